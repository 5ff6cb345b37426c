package org.triviumcrm.approval.dossier;

import org.jspecify.annotations.Nullable;

/** What somebody else did before the viewer could. */
public record LateDeed(CaseHead head, @Nullable TrailRow deed) {}

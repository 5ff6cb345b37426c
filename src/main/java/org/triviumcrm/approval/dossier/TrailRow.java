package org.triviumcrm.approval.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case, as a page shows it.
 *
 * @param person who did it; null for the flow itself
 * @param other for whom, or whom it was given to
 * @param text what was said
 * @param seconds how long it had lain
 */
public record TrailRow(
        long caseId,
        int round,
        Instant at,
        @Nullable String person,
        @Nullable String other,
        String kind,
        @Nullable String step,
        @Nullable String text,
        @Nullable Long seconds) {}

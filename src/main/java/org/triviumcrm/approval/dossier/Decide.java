package org.triviumcrm.approval.dossier;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A decision on one of several tasks at once.
 *
 * @param comment what is said with it; a rejection needs one
 */
public record Decide(
        boolean approve, @Nullable @Size(max = 2000) String comment) {}

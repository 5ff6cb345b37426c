package org.triviumcrm.approval.dossier;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A decision.
 *
 * @param comment what is said with it
 */
public record Decide(
        boolean approve, @Nullable @Size(max = 2000) String comment) {}

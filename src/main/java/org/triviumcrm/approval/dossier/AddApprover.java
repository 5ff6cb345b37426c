package org.triviumcrm.approval.dossier;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Lets somebody else decide as well, in the same step.
 *
 * @param taskId what the viewer was asked
 * @param version of the case as it was shown
 */
record AddApprover(
        @NotNull(message = "{form.invalid}") Long taskId,
        int version,
        @NotNull(message = "{approval.error.person}") Long personId,

        @Nullable @Size(max = 2000, message = "{approval.error.long}")
        String comment) {}

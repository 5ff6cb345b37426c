package org.triviumcrm.approval.dossier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Gives a case back to its submitter, and says what is to be changed.
 *
 * @param taskId what the viewer was asked
 * @param version of the case as it was shown
 */
record ReturnCase(
        @NotNull(message = "{form.invalid}") Long taskId,
        int version,

        @NotBlank(message = "{approval.error.changes}") @Size(max = 2000, message = "{approval.error.long}")
        String changes) {}

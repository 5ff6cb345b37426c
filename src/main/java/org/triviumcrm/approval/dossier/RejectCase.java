package org.triviumcrm.approval.dossier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Says no, and why.
 *
 * @param taskId what the viewer was asked
 * @param version of the case as it was shown
 */
record RejectCase(
        @NotNull(message = "{form.invalid}") Long taskId,
        int version,

        @NotBlank(message = "{approval.error.reason}") @Size(max = 2000, message = "{approval.error.long}")
        String reason) {}

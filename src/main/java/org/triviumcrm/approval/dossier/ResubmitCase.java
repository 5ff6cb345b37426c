package org.triviumcrm.approval.dossier;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Submits a case again that was returned.
 *
 * @param version of the case as it was shown
 * @param reason what the submitter says to those who decide
 */
record ResubmitCase(
        int version,

        @Nullable @Size(max = 2000, message = "{approval.error.long}")
        String reason) {}

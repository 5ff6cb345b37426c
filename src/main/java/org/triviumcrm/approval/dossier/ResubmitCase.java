package org.triviumcrm.approval.dossier;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Submits a case again that was returned.
 *
 * @param version of the case as it was shown
 * @param reason what the submitter says to those who decide
 * @param chosen by the key of the step whom the submitter chooses; for steps that are missing, whoever was chosen before
 */
record ResubmitCase(
        int version,

        @Nullable @Size(max = 2000, message = "{approval.error.long}")
        String reason,

        @Nullable Map<String, List<Long>> chosen) {}

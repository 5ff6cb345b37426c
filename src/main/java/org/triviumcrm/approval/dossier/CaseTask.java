package org.triviumcrm.approval.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One person's part in a case. */
record CaseTask(
        long id,
        long caseId,
        int round,
        String step,
        String stepName,
        long personId,
        TaskState state,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt) {}

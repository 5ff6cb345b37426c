package org.triviumcrm.approval.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's part in a case.
 *
 * @param formerPersonId whose place the person takes
 * @param cause why this person, see {@link org.triviumcrm.approval.rule.Seat.Cause}; also DELEGATED, ADDED and ESCALATED
 */
record CaseTask(
        long id,
        long caseId,
        int round,
        String step,
        String stepName,
        int ordinal,
        long personId,
        @Nullable Long formerPersonId,
        String cause,
        TaskState state,
        @Nullable Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant closedAt) {

    static final String ASSIGNED = "ASSIGNED";
    static final String DELEGATED = "DELEGATED";
    static final String ADDED = "ADDED";

    boolean isDelegated() {
        return cause.equals(DELEGATED);
    }
}

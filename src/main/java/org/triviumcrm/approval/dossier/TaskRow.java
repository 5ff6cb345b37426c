package org.triviumcrm.approval.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who is or was asked, as a page shows it. */
public record TaskRow(
        long id,
        long caseId,
        int round,
        String step,
        String stepName,
        long personId,
        String person,
        @Nullable String former,
        String cause,
        String state,
        @Nullable Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant closedAt) {

    /** Which colour its badge has; see states.css. */
    public String badge() {
        return switch (state) {
            case "OPEN" -> "waiting";
            case "APPROVED", "SKIPPED" -> "done";
            case "REJECTED" -> "failed";
            case "RETURNED" -> "warning";
            case "EXPIRED" -> "overdue";
            default -> "ahead";
        };
    }

    public boolean isOpen() {
        return state.equals("OPEN");
    }
}

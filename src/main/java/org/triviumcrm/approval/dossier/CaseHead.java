package org.triviumcrm.approval.dossier;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What stands above everything on the page of a case. */
public record CaseHead(
        long id,
        String state,
        int round,
        int version,
        String trigger,
        @Nullable Long target,
        String title,
        String url,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        String submitter,
        String flow,
        int flowVersion,
        Instant submittedAt,
        @Nullable Instant finishedAt) {

    public boolean isOpen() {
        return state.equals("RUNNING") || state.equals("RETURNED");
    }

    /** Which colour its badge has; see states.css. */
    public String badge() {
        return switch (state) {
            case "RUNNING" -> "waiting";
            case "RETURNED" -> "warning";
            case "APPROVED" -> "done";
            case "REJECTED", "FAILED" -> "failed";
            default -> "recalled";
        };
    }
}

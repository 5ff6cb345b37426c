package org.triviumcrm.sales.opportunity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change in an opportunity's life, for its page.
 *
 * @param seconds how long it had been so
 * @param by who changed it, null for a job
 */
public record LifeEntry(
        OpportunityState fromState,
        OpportunityState toState,
        Finish fromFinish,
        Finish toFinish,
        Instant at,
        long seconds,
        @Nullable String reason,
        @Nullable String by) {

    /** What happened: the end of a message key. */
    public String what() {
        if (fromFinish == Finish.ARCHIVED) {
            return "unarchived";
        }
        if (toFinish != fromFinish) {
            return toFinish == Finish.CLOSED ? "closed" : "archived";
        }
        return switch (toState) {
            case OPEN -> fromState == OpportunityState.SUSPENDED ? "reactivated" : "reopened";
            case SUSPENDED -> "suspended";
            case TERMINATED -> "terminated";
            case WON -> "won";
            case LOST -> "lost";
        };
    }
}

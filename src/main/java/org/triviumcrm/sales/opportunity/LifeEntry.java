package org.triviumcrm.sales.opportunity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change in an opportunity's life, for its page.
 *
 * @param fromState null where it went to another owner, as are the other three
 * @param cause why it went into a pool or came out of one, null for everything else
 * @param seconds how long it had been so
 * @param by who changed it, null for a job
 * @param fromOwner whom it went from, null where it stayed with its owner
 */
public record LifeEntry(
        @Nullable OpportunityState fromState,
        @Nullable OpportunityState toState,
        @Nullable Finish fromFinish,
        @Nullable Finish toFinish,
        Instant at,
        long seconds,
        @Nullable String reason,
        @Nullable String by,
        @Nullable String fromOwner,
        @Nullable String toOwner,
        @Nullable String cause) {

    /** What happened: the end of a message key. */
    public String what() {
        if (toState == null) {
            return "given";
        }
        if (fromFinish == Finish.ARCHIVED) {
            return "unarchived";
        }
        if (toFinish != fromFinish) {
            return toFinish == Finish.CLOSED ? "closed" : "archived";
        }
        return switch (toState) {
            case OPEN -> opened();
            case POOLED -> "pooled";
            case SUSPENDED -> "suspended";
            case TERMINATED -> "terminated";
            case WON -> "won";
            case LOST -> "lost";
        };
    }

    private String opened() {
        if (fromState == OpportunityState.POOLED) {
            return "CLAIMED".equals(cause) ? "claimed" : "assigned";
        }
        return fromState == OpportunityState.SUSPENDED ? "reactivated" : "reopened";
    }
}

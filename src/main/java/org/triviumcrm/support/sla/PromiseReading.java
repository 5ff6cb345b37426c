package org.triviumcrm.support.sla;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a promise stands at an instant. Of next responses, which may come again and again, the last one; those before are
 * counted.
 *
 * @param target seconds there are for it, null when it is not promised
 * @param startedAt since when somebody waits for it; null when nobody does
 * @param dueAt when its time is over, or was; null while it is paused, and when no business hour ever comes
 * @param warnAt when enough of it is used to warn, or was; null as {@code dueAt}
 * @param counting whether its time passes
 * @param used seconds of business time counted so far
 * @param brokenAt when its time was over
 * @param settledAt when what was promised came, late or not; or the ticket ended
 * @param kept how many were kept, and were answered so far
 * @param broken how many were broken
 * @param stretches all time since it started, without a gap
 */
public record PromiseReading(
        PromiseKind kind,
        PromiseState state,
        @Nullable Long target,
        @Nullable Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        boolean counting,
        long used,
        @Nullable Instant brokenAt,
        @Nullable Instant settledAt,
        int kept,
        int broken,
        List<Stretch> stretches) {

    /**
     * A stretch of time and whether it counts.
     *
     * @param seconds business time in it, when it counts; else 0
     */
    public record Stretch(Instant from, Instant to, boolean counts, long seconds) {}

    /** Seconds that are left; negative once it is broken; null when it is not promised. */
    public @Nullable Long left() {
        return target == null ? null : target - used;
    }

    /** Whether it runs, but its time will never be over: there is no business hour. */
    public boolean isNeverDue() {
        return state == PromiseState.RUNNING && target != null && dueAt == null;
    }
}

package org.triviumcrm.support.sla;

import org.jspecify.annotations.Nullable;

/**
 * How much time there is for each promise.
 *
 * @param firstResponse in seconds of the hours by which it is counted; null when it is not promised
 * @param nextResponse in seconds
 * @param resolution in seconds
 * @param responsesPause whether time for responses stands still as well while the ticket waits; that for the resolution always
 *     does
 * @param warnPercent share of the time after which somebody is warned; null when nobody is
 */
public record SlaTargets(
        @Nullable Long firstResponse,
        @Nullable Long nextResponse,
        @Nullable Long resolution,
        boolean responsesPause,
        @Nullable Integer warnPercent) {

    public @Nullable Long of(PromiseKind kind) {
        return switch (kind) {
            case FIRST_RESPONSE -> firstResponse;
            case NEXT_RESPONSE -> nextResponse;
            case RESOLUTION -> resolution;
        };
    }

    /** Seconds after which somebody is warned, rounded up; null when nobody is. */
    @Nullable
    Long warning(PromiseKind kind) {
        Long target = of(kind);
        return target == null || warnPercent == null ? null : (target * warnPercent + 99) / 100;
    }
}

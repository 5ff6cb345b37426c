package org.triviumcrm.support.sla;

import org.jspecify.annotations.Nullable;

/**
 * What is promised about tickets of a priority.
 *
 * @param firstResponse in seconds; null when it is not promised; so on
 * @param aroundTheClock whether time counts by the clock on the wall, not by business hours
 */
public record PriorityTargets(
        @Nullable Long firstResponse,
        @Nullable Long nextResponse,
        @Nullable Long resolution,
        boolean aroundTheClock) {

    static final PriorityTargets NONE = new PriorityTargets(null, null, null, false);

    boolean isNothing() {
        return firstResponse == null && nextResponse == null && resolution == null;
    }
}

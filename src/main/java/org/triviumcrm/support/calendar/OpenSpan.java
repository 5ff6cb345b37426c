package org.triviumcrm.support.calendar;

import java.time.Instant;

/** A stretch of business time. */
public record OpenSpan(Instant from, Instant to) {

    public long seconds() {
        return to.getEpochSecond() - from.getEpochSecond();
    }
}

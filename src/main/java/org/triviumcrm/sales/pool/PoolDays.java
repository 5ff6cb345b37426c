package org.triviumcrm.sales.pool;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Counts whole days of the company: what happened at any time of a day is one day old when the next one begins. */
final class PoolDays {

    private PoolDays() {}

    /** The day on which something is that many days old. */
    static LocalDate due(Instant since, int days, ZoneId zone) {
        return LocalDate.ofInstant(since, zone).plusDays(days);
    }
}

package org.triviumcrm.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that stands still until a test sets it; it begins with the present minute. */
public final class SetClock extends Clock {

    private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    @Override
    public Instant instant() {
        return now;
    }

    /** Lets this much time go by at once. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** As it stands now. */
    @Override
    public Clock withZone(ZoneId zone) {
        return fixed(now, zone);
    }
}

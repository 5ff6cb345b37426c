package org.triviumcrm.testing;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that stands still until a test sets it; it begins with the present minute. */
public final class SetClock extends Clock {

    /** In the place of the real one. Jobs rest: by this clock they would meddle with what other applications of the run have in the database. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Installed {
        @Bean
        @Primary
        Clock setClock() {
            return new SetClock();
        }

        @Bean
        DbSchedulerStarter jobsRest() {
            return () -> {};
        }
    }

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

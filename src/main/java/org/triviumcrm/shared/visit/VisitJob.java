package org.triviumcrm.shared.visit;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets visits that lie far back, every day: after so long a time everything would be marked. */
@Configuration(proxyBeanMethods = false)
class VisitJob {

    static final Duration KEPT = Duration.ofDays(90);

    @Bean
    Task<Void> forgetOldVisits(VisitRepository visits, Clock clock) {
        return Tasks.recurring("shared-forget-old-visits", FixedDelay.of(Duration.ofDays(1)))
                .execute((instance, context) -> visits.forget(clock.instant().minus(KEPT)));
    }
}

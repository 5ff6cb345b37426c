package org.triviumcrm.support.visitor;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets how much came from where. */
@Configuration(proxyBeanMethods = false)
class VisitorJobs {

    /** Longer than anything is counted. */
    private static final Duration KEPT = Duration.ofDays(2);

    @Bean
    Task<Void> forgetVisitors(FloodRepository flood, Clock clock) {
        return Tasks.recurring("support-forget-visitors", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) ->
                        flood.forgetBefore(clock.instant().minus(KEPT)));
    }
}

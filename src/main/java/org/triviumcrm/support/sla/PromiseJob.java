package org.triviumcrm.support.sla;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every few seconds which promises are due; an index says so at once, however many there are. */
@Configuration(proxyBeanMethods = false)
class PromiseJob {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Bean
    Task<Void> watchPromises(ObjectProvider<PromiseTimers> timers) {
        return Tasks.recurring("support-watch-promises", FixedDelay.of(PAUSE))
                .execute((instance, context) -> timers.getObject().work());
    }
}

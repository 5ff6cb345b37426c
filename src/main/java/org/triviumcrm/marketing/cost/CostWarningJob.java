package org.triviumcrm.marketing.cost;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells owners of what has passed a level otherwise than by a form: by an import, or by a budget that became smaller. */
@Configuration(proxyBeanMethods = false)
class CostWarningJob {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    Task<Void> tellCostWarnings(ObjectProvider<CostWarnings> warnings) {
        return Tasks.recurring("marketing-tell-cost-warnings", FixedDelay.of(PAUSE))
                .execute((instance, context) -> warnings.getObject().tell());
    }
}

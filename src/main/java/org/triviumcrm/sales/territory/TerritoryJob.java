package org.triviumcrm.sales.territory;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts opportunities where they belong, some seconds after something has changed that the rules look at. */
@Configuration(proxyBeanMethods = false)
class TerritoryJob {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Bean
    Task<Void> placeOpportunities(ObjectProvider<TerritoryMover> mover) {
        return Tasks.recurring("sales-place-opportunities", FixedDelay.of(PAUSE))
                .execute((instance, context) -> mover.getObject().work());
    }
}

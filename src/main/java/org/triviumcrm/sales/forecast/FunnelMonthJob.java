package org.triviumcrm.sales.forecast;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.identity.Viewer;

/** Looks whether a month has begun, or whether files have changed what is known of those that are over. */
@Configuration(proxyBeanMethods = false)
class FunnelMonthJob {

    @Bean
    Task<Void> writeFunnelsDown(ObjectProvider<FunnelMonthService> months) {
        return Tasks.recurring("sales-funnel-months", FixedDelay.of(Duration.ofMinutes(15)))
                .execute((instance, context) -> months.getObject().write(Viewer.job("sales.log.forecast")));
    }
}

package org.triviumcrm.sales.snapshot;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.identity.Viewer;

/** Looks whether a new week has begun; when nobody was there on its Monday, the first who is. */
@Configuration(proxyBeanMethods = false)
class SnapshotJob {

    @Bean
    Task<Void> writeForecastDown(ObjectProvider<SnapshotService> snapshots) {
        return Tasks.recurring("sales-forecast-snapshots", FixedDelay.of(Duration.ofMinutes(20)))
                .execute((instance, context) -> snapshots.getObject().take(Viewer.job("sales.log.forecast")));
    }
}

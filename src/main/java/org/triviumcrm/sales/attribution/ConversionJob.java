package org.triviumcrm.sales.attribution;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks again at people who came and bought where both were entered at the same time. */
@Configuration(proxyBeanMethods = false)
class ConversionJob {

    @Bean
    Task<Void> settleConversions(ObjectProvider<ConversionRepository> conversions) {
        return Tasks.recurring("sales-conversions", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> {
                    ConversionRepository left = conversions.getObject();
                    while (left.settle() > 0) {
                        // the next ones
                    }
                });
    }
}

package org.triviumcrm.sales.signing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wins the opportunities of signed contracts that the application was stopped at. */
@Configuration(proxyBeanMethods = false)
class WinJob {

    @Bean
    Task<Void> winBySignature(ObjectProvider<WinsBySignature> wins) {
        return Tasks.recurring("sales-win-by-signature", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> wins.getObject().settleLeft());
    }
}

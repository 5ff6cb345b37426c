package org.triviumcrm.messaging.notice;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes notices away after a year, every day: what they told stands in the history of the records. */
@Configuration(proxyBeanMethods = false)
class ForgottenNotices {

    static final Duration KEPT = Duration.ofDays(365);

    @Bean
    Task<Void> forgetOldNotices(NoticeRepository notices, Clock clock) {
        return Tasks.recurring("messaging-forget-old-notices", FixedDelay.of(Duration.ofDays(1)))
                .execute((instance, context) -> {
                    Instant before = clock.instant().minus(KEPT);
                    boolean more = true;
                    while (more) {
                        more = notices.forget(before);
                    }
                });
    }
}

package org.triviumcrm.marketing.capture;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets suspected spam after thirty days, and how often forms were sent after a day. */
@Configuration(proxyBeanMethods = false)
class CaptureJob {

    static final Duration SUSPECTS_KEPT = Duration.ofDays(30);
    private static final Duration HITS_KEPT = Duration.ofDays(1);

    @Bean
    Task<Void> forgetSuspects(SuspectRepository suspects, CaptureHitRepository hits, Clock clock) {
        return Tasks.recurring("marketing-forget-suspects", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> {
                    suspects.forgetBefore(clock.instant().minus(SUSPECTS_KEPT));
                    hits.forgetBefore(clock.instant().minus(HITS_KEPT));
                });
    }
}

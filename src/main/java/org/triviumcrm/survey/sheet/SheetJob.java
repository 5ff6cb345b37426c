package org.triviumcrm.survey.sheet;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets after a day how often answers were sent, and files of answers that never were. */
@Configuration(proxyBeanMethods = false)
class SheetJob {

    static final Duration KEPT = Duration.ofDays(1);

    @Bean
    Task<Void> tidySurveys(SheetRepository sheets, SheetFileRepository files, Clock clock) {
        return Tasks.recurring("survey-tidy", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> {
                    Instant before = clock.instant().minus(KEPT);
                    sheets.forgetHits(before);
                    files.forgetUnsent(before);
                });
    }
}

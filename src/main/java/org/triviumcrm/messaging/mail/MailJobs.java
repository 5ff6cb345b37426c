package org.triviumcrm.messaging.mail;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends the outbox every few seconds, and clears it once a day. */
@Configuration(proxyBeanMethods = false)
class MailJobs {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofDays(90);

    @Bean
    Task<Void> sendOutbox(ObjectProvider<MailDelivery> delivery) {
        return Tasks.recurring("messaging-send-outbox", FixedDelay.of(EVERY))
                .execute((instance, context) -> delivery.getObject().deliverDue());
    }

    @Bean
    Task<Void> clearOutbox(OutboxRepository outbox, Clock clock) {
        return Tasks.recurring("messaging-clear-outbox", FixedDelay.of(Duration.ofDays(1)))
                .execute((instance, context) -> {
                    Instant before = clock.instant().minus(KEPT);
                    boolean more = true;
                    while (more) {
                        more = outbox.forget(before);
                    }
                });
    }
}

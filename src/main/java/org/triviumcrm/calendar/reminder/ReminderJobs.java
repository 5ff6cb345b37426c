package org.triviumcrm.calendar.reminder;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for reminders whose time has come: one look at an index, and nothing else while there are none. */
@Configuration(proxyBeanMethods = false)
class ReminderJobs {

    private static final Duration EVERY = Duration.ofSeconds(15);

    @Bean
    Task<Void> tellReminders(ObjectProvider<ReminderTeller> teller) {
        return Tasks.recurring("calendar-tell-reminders", FixedDelay.of(EVERY)).execute((instance, context) -> {
            boolean more = true;
            while (more) {
                more = teller.getObject().tell();
            }
        });
    }
}

package org.triviumcrm.support.mail;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fetches what is new in the mailboxes, and reads what was fetched; each on one node at a time. */
@Configuration(proxyBeanMethods = false)
class MailInJobs {

    private static final Duration FETCH = Duration.ofSeconds(20);
    private static final Duration READ = Duration.ofSeconds(5);

    @Bean
    Task<Void> fetchMail(ObjectProvider<MailFetch> fetch) {
        return Tasks.recurring("support-fetch-mail", FixedDelay.of(FETCH))
                .execute((instance, context) -> fetch.getObject().fetchAll());
    }

    @Bean
    Task<Void> readMail(ObjectProvider<MailIntake> intake) {
        return Tasks.recurring("support-read-mail", FixedDelay.of(READ))
                .execute((instance, context) -> intake.getObject().readDue());
    }
}

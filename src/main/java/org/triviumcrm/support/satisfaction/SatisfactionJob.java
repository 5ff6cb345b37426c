package org.triviumcrm.support.satisfaction;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every minute about which solved tickets it is time to ask. */
@Configuration(proxyBeanMethods = false)
class SatisfactionJob {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    Task<Void> askAboutSolvedTickets(ObjectProvider<SatisfactionQuestions> questions) {
        return Tasks.recurring("support-ask-about-solved-tickets", FixedDelay.of(PAUSE))
                .execute((instance, context) -> questions.getObject().work());
    }
}

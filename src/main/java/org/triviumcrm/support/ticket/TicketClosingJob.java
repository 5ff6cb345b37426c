package org.triviumcrm.support.ticket;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every quarter of an hour for what is to be closed. */
@Configuration(proxyBeanMethods = false)
class TicketClosingJob {

    private static final Duration PAUSE = Duration.ofMinutes(15);

    @Bean
    Task<Void> closeSolvedTickets(ObjectProvider<TicketClosing> closing) {
        return Tasks.recurring("support-close-solved-tickets", FixedDelay.of(PAUSE))
                .execute((instance, context) -> closing.getObject().close());
    }
}

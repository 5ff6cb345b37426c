package org.triviumcrm.support.ticket;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds up what changes of tickets have written into {@code ticket_total}, so that there is little to read. */
@Configuration(proxyBeanMethods = false)
class TicketTotalJob {

    @Bean
    Task<Void> addTicketsUp(TicketTotalRepository totals) {
        return Tasks.recurring("support-add-tickets-up", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> totals.addUp());
    }
}

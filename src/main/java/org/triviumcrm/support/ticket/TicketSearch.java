package org.triviumcrm.support.ticket;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.search.SearchTarget;

/** Tickets are found by subject, number, requester and reference. */
@Configuration(proxyBeanMethods = false)
class TicketSearch {

    @Bean
    SearchTarget ticketSearchTarget() {
        return new SearchTarget(
                        "ticket",
                        "support.ticket.view",
                        "ticket",
                        List.of(
                                "r.name",
                                "r.number::text",
                                "coalesce(r.requester_name, '')",
                                "coalesce(r.requester_email, '')",
                                "coalesce(r.reference, '')"),
                        "concat_ws(', ', '#' || r.number, c.name)",
                        "left join customer c on c.id = r.customer_id",
                        TicketList.PATH,
                        "ticket",
                        27)
                .byNumbers();
    }
}

package org.triviumcrm.support.ticket;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListFilterSource;

/**
 * Tickets by the opportunity that they have to do with. Whoever sees some opportunities finds tickets by these; their names stand in the
 * list, and in files, only for whoever sees all: a column can't leave out the names of some.
 */
@Configuration(proxyBeanMethods = false)
class TicketOpportunities {

    private static final String SEEN = "sales.opportunity.view";
    private static final String NOUN = "opportunity";

    @Bean
    ListFilterSource ticketsByOpportunity() {
        return new TicketRelation(
                NOUN,
                SEEN,
                ListColumn.filterOnly(
                        NOUN,
                        "support.ticket.opportunity",
                        Choices.records(NOUN, "name", "select k.id from ticket k where k.opportunity_id in (%1$s)")),
                false);
    }

    @Bean
    ListFilterSource opportunitiesOfTickets() {
        return new TicketRelation(
                NOUN,
                SEEN,
                ListColumn.link(
                                "opportunityName",
                                "(select o.name from opportunity o where o.id = t.opportunity_id)",
                                "t.opportunity_id",
                                "/sales/opportunities/{id}")
                        .titled("support.ticket.opportunity"),
                true);
    }
}

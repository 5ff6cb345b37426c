package org.triviumcrm.support.ticket;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListFilterSource;

/**
 * Tickets by the contract that they have to do with. Whoever sees some contracts finds tickets by these; their names stand in the
 * list, and in files, only for whoever sees all: a column can't leave out the names of some.
 */
@Configuration(proxyBeanMethods = false)
class TicketContracts {

    private static final String SEEN = "sales.contract.view";
    private static final String NOUN = "contract";

    @Bean
    ListFilterSource ticketsByContract() {
        return new TicketRelation(
                NOUN,
                SEEN,
                ListColumn.filterOnly(
                        NOUN,
                        "support.ticket.contract",
                        Choices.records(NOUN, "name", "select k.id from ticket k where k.contract_id in (%1$s)")),
                false);
    }

    @Bean
    ListFilterSource contractsOfTickets() {
        return new TicketRelation(
                NOUN,
                SEEN,
                ListColumn.link(
                                "contractName",
                                "(select o.number || ' ' || o.name from contract o where o.id = t.contract_id)",
                                "t.contract_id",
                                "/sales/contracts/{id}")
                        .titled("support.ticket.contract"),
                true);
    }
}

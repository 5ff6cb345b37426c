package org.triviumcrm.support.ticket;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.history.ConstantNames;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;

/** What the history shows of tickets. */
@Configuration(proxyBeanMethods = false)
class TicketHistory {

    private static final String STATUS = "ticket-status";
    private static final String PRIORITY = "ticket-priority";
    private static final String CHANNEL = "ticket-channel";

    @Bean
    HistoryTable historyOfTickets() {
        return new HistoryTable(
                "ticket",
                "support.ticket.one",
                "name",
                TicketList.PATH + "/{id}",
                List.of(
                        HistoryField.text("name", "support.ticket.name"),
                        new HistoryField("status", "support.ticket.status", STATUS),
                        new HistoryField("priority", "support.ticket.priority", PRIORITY),
                        new HistoryField("channel", "support.ticket.channel", CHANNEL),
                        new HistoryField("type_id", "support.ticket.type", "ticket_type"),
                        new HistoryField("queue_id", "support.ticket.queue", "ticket_queue"),
                        new HistoryField("owner_id", "support.ticket.owner", "person"),
                        new HistoryField("customer_id", "support.ticket.customer", "customer"),
                        new HistoryField("contact_id", "support.ticket.contact", "contact"),
                        HistoryField.text("requester_name", "support.ticket.requesterName"),
                        HistoryField.text("requester_email", "support.ticket.requesterEmail"),
                        new HistoryField("product_id", "support.ticket.product", "product"),
                        // their ids: not everybody who sees the ticket sees these
                        HistoryField.text("opportunity_id", "support.ticket.opportunity"),
                        HistoryField.text("contract_id", "support.ticket.contract"),
                        HistoryField.text("reference", "support.ticket.reference")));
    }

    @Bean
    HistoryNames namesOfTicketStatuses(MessageSource messages) {
        return new ConstantNames(messages, STATUS, "support.ticket.status.");
    }

    @Bean
    HistoryNames namesOfTicketPriorities(MessageSource messages) {
        return new ConstantNames(messages, PRIORITY, "support.ticket.priority.");
    }

    @Bean
    HistoryNames namesOfTicketChannels(MessageSource messages) {
        return new ConstantNames(messages, CHANNEL, "support.ticket.channel.");
    }
}

package org.triviumcrm.support.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.rule.TicketRuleService;

/** Closes what has been solved for long enough, a few at a time; whichever node comes first. */
@Component
class TicketClosing {

    static final int AT_ONCE = 200;

    private final TicketRepository tickets;
    private final TicketEventRepository events;
    private final TicketRuleService rules;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    TicketClosing(
            TicketRepository tickets,
            TicketEventRepository events,
            TicketRuleService rules,
            TransactionTemplate transactions,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.tickets = tickets;
        this.events = events;
        this.rules = rules;
        this.transactions = transactions;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** @return how many were closed */
    int close() {
        int days = rules.rules(Viewer.job("support.log.closing")).closedAfter();
        int closed = 0;
        int some;
        do {
            Instant now = clock.instant();
            Integer done = transactions.execute(status -> some(now.minus(Duration.ofDays(days)), now));
            some = done == null ? 0 : done;
            closed += some;
        } while (some == AT_ONCE);
        return closed;
    }

    private int some(Instant solvedBefore, Instant now) {
        List<Ticket> due = tickets.findSolved(solvedBefore, AT_ONCE);
        for (Ticket ticket : due) {
            events.changed(ticket.getId(), TicketEventKind.STATUS, ticket.getStatus(), TicketStatus.CLOSED, null, now);
            ticket.close(now);
        }
        tickets.flush();
        due.forEach(ticket -> publisher.publishEvent(new TicketMoved(ticket.getId())));
        return due.size();
    }
}

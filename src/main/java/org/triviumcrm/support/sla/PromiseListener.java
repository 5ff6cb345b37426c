package org.triviumcrm.support.sla;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.support.ticket.TicketMoved;

/** Promises are right in the transaction in which something happens to a ticket. */
@Component
class PromiseListener {

    private final PromiseRepository promises;
    private final PromiseKeeper keeper;
    private final Clock clock;

    PromiseListener(PromiseRepository promises, PromiseKeeper keeper, Clock clock) {
        this.promises = promises;
        this.keeper = keeper;
        this.clock = clock;
    }

    @EventListener
    void on(TicketMoved moved) {
        promises.ticket(moved.ticketId()).ifPresent(ticket -> keeper.keep(ticket, clock.instant(), false));
    }
}

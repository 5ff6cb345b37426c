package org.triviumcrm.support.sla;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.support.ticket.ManyTicketsMoved;
import org.triviumcrm.support.ticket.TicketMoved;

/** Promises are right in the transaction in which something happens to a ticket; soon after it when it happened to thousands. */
@Component
class PromiseListener {

    private final PromiseRepository promises;
    private final PromiseKeeper keeper;
    private final TimerRepository timers;
    private final Clock clock;

    PromiseListener(PromiseRepository promises, PromiseKeeper keeper, TimerRepository timers, Clock clock) {
        this.promises = promises;
        this.keeper = keeper;
        this.timers = timers;
        this.clock = clock;
    }

    @EventListener
    void on(TicketMoved moved) {
        promises.ticket(moved.ticketId()).ifPresent(ticket -> keeper.keep(ticket, clock.instant(), false));
    }

    @EventListener
    void on(ManyTicketsMoved moved) {
        timers.recount();
    }
}

package org.triviumcrm.support.presence;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.support.ticket.TicketMoved;
import org.triviumcrm.support.ticket.TicketNoted;

/** Pages on which a ticket is open hear that there is something new, once it is written. */
@Component
class PresenceSignals {

    private final PresenceNews news;

    PresenceSignals(PresenceNews news) {
        this.news = news;
    }

    @EventListener
    void moved(TicketMoved event) {
        news.tell(event.ticketId());
    }

    @EventListener
    void written(TicketNoted event) {
        news.tell(event.ticketId());
    }
}

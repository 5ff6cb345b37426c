package org.triviumcrm.support.presence;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.support.message.NoteWritten;
import org.triviumcrm.support.ticket.TicketMoved;

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
    void written(NoteWritten event) {
        news.tell(event.ticketId());
    }
}

package org.triviumcrm.support.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.support.queue.QueueTurnRepository;

/** Gives a ticket that has come into a queue to whoever's turn it is there. */
@Component
class TicketTurns {

    private final QueueTurnRepository turns;
    private final TicketRepository tickets;
    private final TicketEventRepository events;
    private final People people;

    TicketTurns(QueueTurnRepository turns, TicketRepository tickets, TicketEventRepository events, People people) {
        this.turns = turns;
        this.tickets = tickets;
        this.events = events;
        this.people = people;
    }

    /** @param messageId because of which it came there, null for none */
    void assign(Ticket ticket, @Nullable Long messageId, Instant now) {
        turns.next(ticket.getQueueId(), now).ifPresent(person -> {
            events.changed(ticket.getId(), TicketEventKind.OWNER, null, person, messageId, null, now);
            ticket.give(person, team(person), now);
            tickets.flush();
        });
    }

    @Nullable
    Long team(@Nullable Long ownerId) {
        return ownerId == null
                ? null
                : people.find(ownerId).map(PersonRef::teamId).orElse(null);
    }
}

package org.triviumcrm.support.ticket;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** What changes in a ticket together with something said in it; who calls has loaded it, and tells that it has moved. */
@Service
class TicketChangeService {

    private final TicketRepository tickets;
    private final TicketPageRepository pages;
    private final TicketEventRepository events;
    private final TicketGuard guard;
    private final TicketTurns turns;
    private final TicketNews news;

    TicketChangeService(
            TicketRepository tickets,
            TicketPageRepository pages,
            TicketEventRepository events,
            TicketGuard guard,
            TicketTurns turns,
            TicketNews news) {
        this.tickets = tickets;
        this.pages = pages;
        this.events = events;
        this.guard = guard;
        this.turns = turns;
        this.news = news;
    }

    /**
     * In another queue, without an owner, that queue says who gets it.
     *
     * @param messageId when that is taken back, this never was; null for none
     * @throws NotFound when they name something that is not there for the viewer
     */
    @CanEditTickets
    @Transactional
    void make(Viewer viewer, Ticket ticket, TicketChanges changes, @Nullable Long messageId, Instant now) {
        tickets.flush();
        long id = ticket.getId();
        SaveTicket saved = pages.find(viewer, id).orElseThrow(NotFound::new).toInput();
        SaveTicket input = changes.in(saved, viewer.personId());
        guard.require(viewer, input, ticket);
        Long by = viewer.personId();
        events.changed(id, TicketEventKind.QUEUE, ticket.getQueueId(), input.queueId(), messageId, by, now);
        events.changed(id, TicketEventKind.OWNER, ticket.getOwnerId(), input.ownerId(), messageId, by, now);
        events.changed(id, TicketEventKind.PRIORITY, ticket.getPriority(), input.priority(), messageId, by, now);
        events.changed(id, TicketEventKind.TYPE, ticket.getTypeId(), input.typeId(), messageId, by, now);
        boolean elsewhere = !Objects.equals(input.queueId(), ticket.getQueueId());
        Long had = ticket.getOwnerId();
        boolean same = Objects.equals(input.ownerId(), had);
        ticket.change(input, same ? ticket.getTeamId() : turns.team(input.ownerId()), now);
        tickets.flush();
        if (elsewhere && input.ownerId() == null) {
            turns.assign(ticket, messageId, now);
        }
        news.given(ticket, had, by);
    }

    /** The viewer is in charge of it from now on. */
    @CanReplyToTickets
    @Transactional
    void take(Viewer viewer, Ticket ticket, @Nullable Long messageId, Instant now) {
        Long by = viewer.personId();
        events.changed(ticket.getId(), TicketEventKind.OWNER, ticket.getOwnerId(), by, messageId, by, now);
        ticket.give(by, turns.team(by), now);
        tickets.flush();
    }
}

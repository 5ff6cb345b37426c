package org.triviumcrm.support.ticket;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** What becomes of a ticket when somebody writes in it; in the transaction that writes the message. */
@Service
public class TicketTalkService {

    private final TicketRepository tickets;
    private final TicketEventRepository events;
    private final TicketGuard guard;
    private final TicketChangeService changing;
    private final TicketTurns turns;
    private final TicketNews news;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    TicketTalkService(
            TicketRepository tickets,
            TicketEventRepository events,
            TicketGuard guard,
            TicketChangeService changing,
            TicketTurns turns,
            TicketNews news,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.tickets = tickets;
        this.events = events;
        this.guard = guard;
        this.changing = changing;
        this.turns = turns;
        this.news = news;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Nobody else changes it until the transaction ends.
     *
     * @param version that has to be the present one; null for any
     * @return what a reply would change
     * @throws NotFound when the viewer does not see it
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since that version
     */
    @CanReplyToTickets
    @Transactional
    public BeforeReply hold(Viewer viewer, long id, @Nullable Integer version) {
        Ticket ticket = load(viewer, id);
        if (version != null) {
            EditConflict.refuseStale(Ticket.class, id, version, ticket.getVersion());
        }
        return ticket.before();
    }

    /**
     * A person answered; whoever answers first what nobody has is in charge of it, unless the changes say otherwise.
     *
     * @param next what it is now
     * @throws WrongTicketStatus when it is closed, or can't be what the person says
     */
    @CanReplyToTickets
    @Transactional
    public void replied(Viewer viewer, long id, long messageId, TicketStatus next, TicketChanges changes) {
        Ticket ticket = load(viewer, id);
        Instant now = clock.instant();
        Long by = viewer.personId();
        events.note(id, TicketEventKind.REPLIED, null, null, messageId, by, now);
        if (ticket.getOwnerId() == null && !viewer.isJob() && changes.owner() != TicketTaker.NOBODY) {
            events.changed(id, TicketEventKind.OWNER, null, by, messageId, by, now);
            ticket.give(by, turns.team(by), now);
        }
        events.changed(id, TicketEventKind.STATUS, ticket.getStatus(), next, messageId, by, now);
        ticket.replied(next, now);
        change(viewer, ticket, changes, messageId, now);
    }

    /**
     * Something else than a status may change, with a word among ourselves or without one.
     *
     * @throws WrongTicketStatus when it is closed, or can't be what the changes say
     */
    @CanReplyToTickets
    @Transactional
    public void change(Viewer viewer, long id, TicketChanges changes) {
        Ticket ticket = load(viewer, id);
        Instant now = clock.instant();
        TicketStatus next = changes.status();
        if (next != null && next != ticket.getStatus()) {
            events.changed(id, TicketEventKind.STATUS, ticket.getStatus(), next, viewer.personId(), now);
            ticket.become(next, now);
        }
        change(viewer, ticket, changes, null, now);
    }

    private void change(Viewer viewer, Ticket ticket, TicketChanges changes, @Nullable Long messageId, Instant now) {
        if (changes.isEdit()) {
            changing.make(viewer, ticket, changes, messageId, now);
        } else if (changes.owner() == TicketTaker.ME) {
            changing.take(viewer, ticket, messageId, now);
        }
        tickets.flush();
        publisher.publishEvent(new TicketMoved(ticket.getId()));
    }

    /**
     * The customer wrote.
     *
     * @throws WrongTicketStatus when it is closed
     */
    @CanReplyToTickets
    @Transactional
    public void received(Viewer viewer, long id, long messageId) {
        Ticket ticket = load(viewer, id);
        Instant now = clock.instant();
        TicketStatus was = ticket.getStatus();
        ticket.received(now, now);
        events.note(id, TicketEventKind.INBOUND, null, null, messageId, null, now);
        events.changed(id, TicketEventKind.STATUS, was, ticket.getStatus(), messageId, null, now);
        tickets.flush();
        publisher.publishEvent(new TicketMoved(id));
    }

    /** Something was said among ourselves, which changes nothing. */
    @CanReplyToTickets
    @Transactional
    public void noted(Viewer viewer, long id) {
        load(viewer, id);
        publisher.publishEvent(new TicketNoted(id));
    }

    /** A reply never was; its events have gone with it. */
    @CanReplyToTickets
    @Transactional
    public void takeBack(Viewer viewer, long id, BeforeReply before) {
        Ticket ticket = load(viewer, id);
        Long had = ticket.getOwnerId();
        ticket.takeBack(before, clock.instant());
        news.takenBack(ticket, had, viewer.personId());
        tickets.flush();
        publisher.publishEvent(new TicketMoved(id));
    }

    /** A reply never was, but somebody has done something about the ticket since: it stays as it is. */
    @CanReplyToTickets
    @Transactional
    public void forget(Viewer viewer, long id) {
        load(viewer, id);
        publisher.publishEvent(new TicketMoved(id));
    }

    private Ticket load(Viewer viewer, long id) {
        Ticket ticket = tickets.findForChange(id).orElseThrow(NotFound::new);
        guard.requireVisible(viewer, ticket);
        return ticket;
    }
}

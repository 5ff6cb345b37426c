package org.triviumcrm.support.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** Two things in one ticket become two tickets. */
@Service
public class TicketSplitService {

    private final TicketRepository tickets;
    private final TicketPageRepository pages;
    private final TicketEventRepository events;
    private final TicketMessageRepository messages;
    private final TicketGuard guard;
    private final TicketTurns turns;
    private final TicketNews news;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    TicketSplitService(
            TicketRepository tickets,
            TicketPageRepository pages,
            TicketEventRepository events,
            TicketMessageRepository messages,
            TicketGuard guard,
            TicketTurns turns,
            TicketNews news,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.tickets = tickets;
        this.pages = pages;
        this.events = events;
        this.messages = messages;
        this.guard = guard;
        this.turns = turns;
        this.news = news;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * The messages go to a new ticket, of the same customer, type and queue and with the same agent; what happened stays where it
     * happened. The customer waits there since the first unanswered word among them.
     *
     * @return id of the new one
     * @throws TicketSplitRefused when nothing would stay, or the ticket is over
     * @throws NotFound when the viewer does not see the ticket, or one of the messages is not in it
     */
    @CanEditTickets
    @Transactional
    public long split(Viewer viewer, long id, SplitTicket input) {
        Ticket from = tickets.findForChange(id).orElseThrow(NotFound::new);
        guard.requireVisible(viewer, from);
        if (from.getStatus() == TicketStatus.CLOSED) {
            throw new TicketSplitRefused("support.ticket.error.closed");
        }
        TicketPage page = pages.find(viewer, id).orElseThrow(NotFound::new);
        Instant now = clock.instant();
        Ticket split = tickets.saveAndFlush(new Ticket(
                tickets.nextNumber(),
                page.toInput().named(input.name()),
                from.getTeamId(),
                id,
                viewer.personId(),
                now));
        pages.answer(split.getId(), page.answers());
        move(id, split, input.messageIds(), now);
        Long by = viewer.personId();
        events.note(split.getId(), TicketEventKind.OPENED, by, now);
        events.note(split.getId(), TicketEventKind.SPLIT, from.getNumber(), null, null, by, now);
        events.note(id, TicketEventKind.SPLIT, null, split.getNumber(), null, by, now);
        if (split.getOwnerId() == null) {
            turns.assign(split, null, now);
        }
        news.given(split, null, by);
        publisher.publishEvent(new TicketMoved(id));
        publisher.publishEvent(new TicketMoved(split.getId()));
        return split.getId();
    }

    private void move(long from, Ticket into, List<Long> chosen, Instant now) {
        List<Long> ids = chosen.stream().distinct().toList();
        if (messages.move(from, into.getId(), ids) < ids.size()) {
            throw new NotFound();
        }
        if (messages.isEmpty(from)) {
            throw new TicketSplitRefused("support.split.error.all");
        }
        messages.waitingSince(into.getId()).ifPresent(since -> into.received(since, now));
        tickets.flush();
    }
}

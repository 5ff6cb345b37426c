package org.triviumcrm.support.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.Timelines;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Two tickets about the same thing become one. */
@Service
public class TicketMergeService {

    private static final int CHOICES = 20;

    private final TicketRepository tickets;
    private final TicketEventRepository events;
    private final TicketMessageRepository messages;
    private final TicketGuard guard;
    private final Timelines timelines;
    private final Search search;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    TicketMergeService(
            TicketRepository tickets,
            TicketEventRepository events,
            TicketMessageRepository messages,
            TicketGuard guard,
            Timelines timelines,
            Search search,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.tickets = tickets;
        this.events = events;
        this.messages = messages;
        this.guard = guard;
        this.timelines = timelines;
        this.search = search;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Visible tickets, by what is typed of their numbers, subjects and requesters. */
    @CanEditTickets
    @Transactional(readOnly = true)
    public List<Option> choices(Viewer viewer, @Nullable String typed) {
        return search.choices(viewer, TicketList.NOUN, typed == null ? "" : typed, CHOICES).stream()
                .map(hit -> new Option(hit.id(), hit.name() + " (" + hit.note() + ")"))
                .toList();
    }

    /**
     * It is closed, and what was written in it stands in the other one from now on, where the customer waits if nobody has answered.
     *
     * @throws TicketMergeRefused when that is itself, or one of them is over
     * @throws NotFound when the viewer does not see both
     */
    @CanEditTickets
    @Transactional
    public void merge(Viewer viewer, long id, MergeTicket input) {
        long intoId = Objects.requireNonNull(input.intoId());
        if (intoId == id) {
            throw new TicketMergeRefused("support.merge.error.itself");
        }
        // always in the same order, so that two who merge the same ones wait for each other
        Ticket first = load(viewer, Math.min(id, intoId));
        Ticket second = load(viewer, Math.max(id, intoId));
        Ticket from = id < intoId ? first : second;
        Ticket into = id < intoId ? second : first;
        if (from.getStatus() == TicketStatus.CLOSED || into.getStatus() == TicketStatus.CLOSED) {
            throw new TicketMergeRefused("support.merge.error.closed");
        }
        Instant now = clock.instant();
        Long by = viewer.personId();
        Instant waiting = from.times().waitingSince();
        events.changed(id, TicketEventKind.STATUS, from.getStatus(), TicketStatus.CLOSED, by, now);
        from.merge(intoId, now);
        events.note(intoId, TicketEventKind.MERGED, null, from.getNumber(), null, by, now);
        if (waiting != null) {
            TicketStatus was = into.getStatus();
            into.received(waiting, now);
            events.note(intoId, TicketEventKind.INBOUND, null, now);
            events.changed(intoId, TicketEventKind.STATUS, was, into.getStatus(), by, now);
        }
        tickets.flush();
        messages.move(id, intoId);
        timelines.move(TicketList.NOUN, id, TicketList.NOUN, intoId, into.getCustomerId());
        publisher.publishEvent(new TicketMoved(id));
        publisher.publishEvent(new TicketMoved(intoId));
    }

    private Ticket load(Viewer viewer, long id) {
        Ticket ticket = tickets.findForChange(id).orElseThrow(NotFound::new);
        guard.requireVisible(viewer, ticket);
        return ticket;
    }
}

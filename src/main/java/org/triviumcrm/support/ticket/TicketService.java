package org.triviumcrm.support.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.Timelines;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.list.Related;
import org.triviumcrm.shared.web.NotFound;

/** Tickets: read, open, change, give, delete. */
@Service
public class TicketService {

    /** What whoever is in charge of one can do with tickets at least. */
    private static final String ANSWER = "support.ticket.reply";

    private final TicketRepository tickets;
    private final TicketPageRepository pages;
    private final TicketReadRepository readings;
    private final TicketEventRepository events;
    private final TicketGuard guard;
    private final TicketTurns turns;
    private final TicketNews news;
    private final Timelines timelines;
    private final People people;
    private final CustomFields fields;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    TicketService(
            TicketRepository tickets,
            TicketPageRepository pages,
            TicketReadRepository readings,
            TicketEventRepository events,
            TicketGuard guard,
            TicketTurns turns,
            TicketNews news,
            Timelines timelines,
            People people,
            CustomFields fields,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.tickets = tickets;
        this.pages = pages;
        this.readings = readings;
        this.events = events;
        this.guard = guard;
        this.turns = turns;
        this.news = news;
        this.timelines = timelines;
        this.people = people;
        this.fields = fields;
        this.publisher = publisher;
        this.clock = clock;
    }

    @CanViewTickets
    @Transactional(readOnly = true)
    public TicketPage page(Viewer viewer, long id) {
        return pages.find(viewer, id).orElseThrow(NotFound::new);
    }

    /** Where the open ones lie that the viewer sees. */
    @CanViewTickets
    @Transactional(readOnly = true)
    public List<TicketPlace> places(Viewer viewer) {
        return readings.places(viewer);
    }

    /** Those of a customer that the viewer sees. @param except one on whose own page they stand */
    @CanViewTickets
    @Transactional(readOnly = true)
    public Related<TicketRow> ofCustomer(Viewer viewer, long customerId, @Nullable Long except) {
        return readings.ofCustomer(viewer, customerId, except);
    }

    /** Those that have to do with an opportunity, as far as the viewer sees them. */
    @CanViewTickets
    @Transactional(readOnly = true)
    public List<TicketRow> ofOpportunity(Viewer viewer, long opportunityId, int most) {
        return readings.ofOpportunity(viewer, opportunityId, most);
    }

    /** Those that have to do with a contract or an amendment of it, as far as the viewer sees them. */
    @CanViewTickets
    @Transactional(readOnly = true)
    public List<TicketRow> ofContract(Viewer viewer, long contractId, int most) {
        return readings.ofContract(viewer, contractId, most);
    }

    /** Whether another ticket has this reference, be it visible or not. */
    @CanViewTickets
    @Transactional(readOnly = true)
    public boolean isTaken(Viewer viewer, @Nullable String reference, long id) {
        return reference != null && tickets.existsByReferenceAndIdNot(reference, id);
    }

    /** Who can be in charge of a ticket, by what is typed. */
    @CanViewTickets
    @Transactional(readOnly = true)
    public List<PersonRef> agents(Viewer viewer, @Nullable String typed, int limit) {
        return people.permitted(viewer, ANSWER, typed, limit);
    }

    /**
     * Without an owner its queue says who gets it.
     *
     * @param answers to the questions of its type, by id of the field
     * @param follows the one that it goes on with, null for none
     * @return its id
     * @throws NotFound when the viewer may not put that person in charge, or does not see what it names
     */
    @CanCreateTickets
    @Transactional
    public long create(Viewer viewer, SaveTicket input, Map<String, String> answers, @Nullable Long follows) {
        guard.require(viewer, input, null);
        Instant now = clock.instant();
        Long owner = input.ownerId();
        Ticket ticket = new Ticket(
                tickets.nextNumber(),
                input,
                turns.team(owner),
                follows,
                viewer.isJob() ? null : viewer.personId(),
                now);
        ticket.keep(fields.read(viewer, TicketList.NOUN, input.custom(), null));
        tickets.saveAndFlush(ticket);
        pages.answer(ticket.getId(), answers);
        events.note(ticket.getId(), TicketEventKind.OPENED, viewer.personId(), now);
        if (owner == null) {
            turns.assign(ticket, null, now);
        }
        news.given(ticket, null, viewer.personId());
        publisher.publishEvent(new TicketMoved(ticket.getId()));
        return ticket.getId();
    }

    /**
     * In another queue, without an owner, that queue says who gets it.
     *
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since
     * @throws WrongTicketStatus when it is closed
     */
    @CanEditTickets
    @Transactional
    public void update(Viewer viewer, long id, SaveTicket input, @Nullable Map<String, String> answers) {
        Ticket ticket = load(viewer, id);
        EditConflict.refuseStale(Ticket.class, id, input.version(), ticket.getVersion());
        guard.require(viewer, input, ticket);
        Instant now = clock.instant();
        Long by = viewer.personId();
        events.changed(id, TicketEventKind.QUEUE, ticket.getQueueId(), input.queueId(), by, now);
        events.changed(id, TicketEventKind.OWNER, ticket.getOwnerId(), input.ownerId(), by, now);
        events.changed(id, TicketEventKind.PRIORITY, ticket.getPriority(), input.priority(), by, now);
        events.changed(id, TicketEventKind.TYPE, ticket.getTypeId(), input.typeId(), by, now);
        boolean elsewhere = !Objects.equals(input.queueId(), ticket.getQueueId());
        Long had = ticket.getOwnerId();
        boolean same = Objects.equals(input.ownerId(), had);
        ticket.change(input, same ? ticket.getTeamId() : turns.team(input.ownerId()), now);
        ticket.keep(fields.read(viewer, TicketList.NOUN, input.custom(), ticket.getCustom()));
        tickets.flush();
        if (answers != null) {
            pages.answer(id, answers);
        }
        if (elsewhere && input.ownerId() == null) {
            turns.assign(ticket, null, now);
        }
        news.given(ticket, had, by);
        publisher.publishEvent(new TicketMoved(id));
    }

    /** The viewer is in charge of it from now on. */
    @CanReplyToTickets
    @Transactional
    public void take(Viewer viewer, long id) {
        Ticket ticket = load(viewer, id);
        Instant now = clock.instant();
        events.changed(id, TicketEventKind.OWNER, ticket.getOwnerId(), viewer.personId(), viewer.personId(), now);
        ticket.give(viewer.personId(), turns.team(viewer.personId()), now);
        tickets.flush();
        publisher.publishEvent(new TicketMoved(id));
    }

    /** @throws WrongTicketStatus when that can't follow */
    @CanReplyToTickets
    @Transactional
    public void become(Viewer viewer, long id, TicketStatus next) {
        Ticket ticket = load(viewer, id);
        Instant now = clock.instant();
        events.changed(id, TicketEventKind.STATUS, ticket.getStatus(), next, viewer.personId(), now);
        ticket.become(next, now);
        tickets.flush();
        publisher.publishEvent(new TicketMoved(id));
    }

    /** What was logged about it goes to the timeline of its customer, or with it when it has none. */
    @CanDeleteTickets
    @Transactional
    public void delete(Viewer viewer, long id) {
        Ticket ticket = load(viewer, id);
        timelines.handOver(TicketList.NOUN, id, ticket.getCustomerId());
        tickets.delete(ticket);
        tickets.flush();
    }

    /** For a change: who comes second finds what the first has made of it. */
    private Ticket load(Viewer viewer, long id) {
        Ticket ticket = tickets.findForChange(id).orElseThrow(NotFound::new);
        guard.requireVisible(viewer, ticket);
        return ticket;
    }
}

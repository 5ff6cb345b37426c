package org.triviumcrm.support.sla;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.ticket.SaveTicket;
import org.triviumcrm.support.ticket.TicketPage;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.TicketStatus;

/** Makes a ticket more urgent, or somebody else's, because a promise about it was broken. */
@Component
class TicketEscalation {

    private static final Viewer JOB = Viewer.job("support.log.promises");

    private final TicketService tickets;
    private final People people;

    TicketEscalation(TicketService tickets, People people) {
        this.tickets = tickets;
        this.people = people;
    }

    /**
     * Nothing happens to what is closed, and somebody who can't answer tickets any more gets none.
     *
     * @param raise whether its priority goes up by one
     * @param queueId where it goes, to whoever that queue gives it; null to stay
     * @param personId who gets it; null to leave it to whom it belongs
     */
    void escalate(long ticketId, boolean raise, @Nullable Long queueId, @Nullable Long personId) {
        TicketPage ticket = tickets.page(JOB, ticketId);
        if (ticket.status() == TicketStatus.CLOSED) {
            return;
        }
        TicketPriority priority = raise ? ticket.priority().next() : ticket.priority();
        long queue = queueId == null ? ticket.queueId() : queueId;
        Long owner = queue == ticket.queueId() ? ticket.ownerId() : null;
        if (personId != null && people.isPermitted(JOB, personId, "support.ticket.reply")) {
            owner = personId;
        }
        boolean same =
                priority == ticket.priority() && queue == ticket.queueId() && Objects.equals(owner, ticket.ownerId());
        if (!same) {
            tickets.update(JOB, ticketId, with(ticket.toInput(), priority, queue, owner), null);
        }
    }

    private static SaveTicket with(SaveTicket input, TicketPriority priority, long queueId, @Nullable Long ownerId) {
        return new SaveTicket(
                input.name(),
                input.text(),
                input.channel(),
                priority,
                input.typeId(),
                queueId,
                ownerId,
                input.customerId(),
                input.contactId(),
                input.requesterName(),
                input.requesterEmail(),
                input.productId(),
                input.opportunityId(),
                input.contractId(),
                input.reference(),
                input.custom(),
                input.version());
    }
}

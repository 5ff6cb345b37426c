package org.triviumcrm.support.ticket;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.ContractCatalogue;
import org.triviumcrm.customer.OpportunityCatalogue;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.queue.QueueService;
import org.triviumcrm.support.type.TypeService;

/** What a ticket may name: what the viewer sees, and what can be chosen; what it names already may stay. */
@Component
class TicketGuard {

    private final TicketNameRepository names;
    private final QueueService queues;
    private final TypeService types;
    private final People people;
    private final OpportunityCatalogue opportunities;
    private final ContractCatalogue contracts;

    TicketGuard(
            TicketNameRepository names,
            QueueService queues,
            TypeService types,
            People people,
            OpportunityCatalogue opportunities,
            ContractCatalogue contracts) {
        this.names = names;
        this.queues = queues;
        this.types = types;
        this.people = people;
        this.opportunities = opportunities;
        this.contracts = contracts;
    }

    /** @throws NotFound when the viewer does not see it */
    void requireVisible(Viewer viewer, Ticket ticket) {
        if (!viewer.scope(TicketList.NOUN)
                .includes(ticket.getId(), ticket.getOwnerId(), ticket.getTeamId(), ticket.getQueueId())) {
            throw new NotFound();
        }
    }

    /**
     * @param before null for a new one
     * @throws NotFound when the input names something that is not there for the viewer
     */
    void require(Viewer viewer, SaveTicket input, @Nullable Ticket before) {
        if (viewer.isJob()) {
            return;
        }
        Long queue = input.queueId();
        if (queue != null && (before == null || queue != before.getQueueId())) {
            queues.choice(viewer, queue);
        }
        Long type = input.typeId();
        require(type == null || before != null && type.equals(before.getTypeId()) || types.isChoice(viewer, type));
        Long owner = input.ownerId();
        require(owner == null
                || before != null && owner.equals(before.getOwnerId())
                || people.isPermitted(viewer, owner, "support.ticket.reply"));
        Long customer = input.customerId();
        require(customer == null
                || before != null && Objects.equals(customer, before.getCustomerId())
                || names.customer(viewer, customer) != null);
        Long contact = input.contactId();
        require(contact == null
                || before != null && Objects.equals(contact, before.getContactId())
                || names.contact(viewer, contact) != null);
        Long product = input.productId();
        require(product == null || names.product(product) != null);
        Long opportunity = input.opportunityId();
        require(opportunity == null
                || before != null && opportunity.equals(before.subject().opportunityId())
                || opportunities.name(viewer, opportunity) != null);
        Long contract = input.contractId();
        require(contract == null
                || before != null && contract.equals(before.subject().contractId())
                || contracts.name(viewer, contract) != null);
    }

    private static void require(boolean there) {
        if (!there) {
            throw new NotFound();
        }
    }
}

package org.triviumcrm.support.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.triviumcrm.customer.ContractCatalogue;
import org.triviumcrm.customer.OpportunityCatalogue;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.queue.QueueService;
import org.triviumcrm.support.ticket.SaveTicket;
import org.triviumcrm.support.ticket.TicketChannel;
import org.triviumcrm.support.ticket.TicketNameRepository;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.type.TypeService;

/** What the forms of tickets check beyond single fields, and what they show. */
@Component
class TicketForms {

    private final TicketService tickets;
    private final QueueService queues;
    private final TypeService types;
    private final TicketNameRepository names;
    private final OpportunityCatalogue opportunities;
    private final ContractCatalogue contracts;

    TicketForms(
            TicketService tickets,
            QueueService queues,
            TypeService types,
            TicketNameRepository names,
            OpportunityCatalogue opportunities,
            ContractCatalogue contracts) {
        this.tickets = tickets;
        this.queues = queues;
        this.types = types;
        this.names = names;
        this.opportunities = opportunities;
        this.contracts = contracts;
    }

    /** What a new one starts as. */
    SaveTicket blank(Viewer viewer, @Nullable Long customerId, @Nullable Long contactId) {
        Long customer = customerId == null && contactId != null ? names.customerOf(viewer, contactId) : customerId;
        return SaveTicket.empty(queues.first(viewer), customer, contactId);
    }

    /** @param id of the ticket, 0 for a new one */
    void check(Viewer viewer, long id, SaveTicket typed, Errors errors) {
        if (tickets.isTaken(viewer, typed.reference(), id)) {
            errors.rejectValue("reference", "support.ticket.error.reference");
        }
    }

    /** What the fields need to be shown. */
    void fill(Viewer viewer, Model model, SaveTicket shown) {
        model.addAttribute("queues", queues.choices(viewer, shown.queueId()));
        model.addAttribute("types", types.choices(viewer, shown.typeId()));
        model.addAttribute("priorities", TicketPriority.values());
        model.addAttribute("channels", TicketChannel.values());
        model.addAttribute("ownerName", names.person(shown.ownerId()));
        model.addAttribute("customerName", names.customer(viewer, shown.customerId()));
        model.addAttribute("contactName", names.contact(viewer, shown.contactId()));
        model.addAttribute("productName", names.product(shown.productId()));
        name(viewer, model, shown.opportunityId(), shown.contractId());
    }

    /** What it has to do with is called; null when it has to do with nothing, or with what the viewer does not see. */
    void name(Viewer viewer, Model model, @Nullable Long opportunity, @Nullable Long contract) {
        model.addAttribute("opportunityName", opportunity == null ? null : opportunities.name(viewer, opportunity));
        model.addAttribute("contractName", contract == null ? null : contracts.name(viewer, contract));
    }

    String show(Viewer viewer, Model model, long id, SaveTicket shown, List<Question> questions) {
        model.addAttribute("id", id);
        model.addAttribute("questions", questions);
        fill(viewer, model, shown);
        return "support/ticket/form";
    }
}

package org.triviumcrm.support.ticket;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.ContractCatalogue;
import org.triviumcrm.customer.ContractPanel;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** The tickets that have to do with a contract, as a panel of its page. */
@Controller
class ContractTicketController implements ContractPanel {

    private final TicketService tickets;
    private final ContractCatalogue contracts;

    ContractTicketController(TicketService tickets, ContractCatalogue contracts) {
        this.tickets = tickets;
        this.contracts = contracts;
    }

    @Override
    public String key() {
        return "tickets";
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("support.ticket.view");
    }

    @Override
    public String url(long contractId) {
        return "/support/contracts/" + contractId + "/tickets";
    }

    @GetMapping("/support/contracts/{contractId:\\d+}/tickets")
    String panel(@PathVariable long contractId, Viewer viewer, Model model) {
        List<TicketRow> found = tickets.ofContract(viewer, contractId, RelatedTickets.ASKED);
        if (contracts.name(viewer, contractId) == null) {
            throw new NotFound();
        }
        return RelatedTickets.panel(model, found);
    }
}

package org.triviumcrm.support.ticket;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.OpportunityCatalogue;
import org.triviumcrm.customer.OpportunityPanel;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** The tickets that have to do with an opportunity, as a panel of its page. */
@Controller
class OpportunityTicketController implements OpportunityPanel {

    private final TicketService tickets;
    private final OpportunityCatalogue opportunities;

    OpportunityTicketController(TicketService tickets, OpportunityCatalogue opportunities) {
        this.tickets = tickets;
        this.opportunities = opportunities;
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
    public String url(long opportunityId) {
        return "/support/opportunities/" + opportunityId + "/tickets";
    }

    @GetMapping("/support/opportunities/{opportunityId:\\d+}/tickets")
    String panel(@PathVariable long opportunityId, Viewer viewer, Model model) {
        List<TicketRow> found = tickets.ofOpportunity(viewer, opportunityId, RelatedTickets.ASKED);
        if (opportunities.name(viewer, opportunityId) == null) {
            throw new NotFound();
        }
        return RelatedTickets.panel(model, found);
    }
}

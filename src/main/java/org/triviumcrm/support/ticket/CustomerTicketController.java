package org.triviumcrm.support.ticket;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.customer.CustomerPanel;
import org.triviumcrm.identity.Viewer;

/** The tickets of a customer, as a panel of the customer's page and of those of its tickets. */
@Controller
class CustomerTicketController implements CustomerPanel {

    private final TicketService tickets;

    CustomerTicketController(TicketService tickets) {
        this.tickets = tickets;
    }

    @Override
    public String key() {
        return "tickets";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("support.ticket.view");
    }

    @Override
    public String url(long customerId) {
        return "/support/customers/" + customerId + "/tickets";
    }

    /** @param except a ticket on whose own page they stand */
    @GetMapping("/support/customers/{customerId:\\d+}/tickets")
    String panel(
            @PathVariable long customerId,
            @RequestParam(required = false) @Nullable Long except,
            Viewer viewer,
            Model model) {
        model.addAttribute("tickets", tickets.ofCustomer(viewer, customerId, except));
        model.addAttribute("customerId", customerId);
        return "support/ticket/panel";
    }
}

package org.triviumcrm.sales.opportunity;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.CustomerPanel;
import org.triviumcrm.identity.Viewer;

/** The opportunities of a customer, as a panel of the customer's page. */
@Controller
class CustomerOpportunityController implements CustomerPanel {

    private final OpportunityReadService opportunities;

    CustomerOpportunityController(OpportunityReadService opportunities) {
        this.opportunities = opportunities;
    }

    @Override
    public String key() {
        return "opportunities";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("sales.opportunity.view");
    }

    @Override
    public String url(long customerId) {
        return "/sales/customers/" + customerId + "/opportunities";
    }

    @GetMapping("/sales/customers/{customerId}/opportunities")
    String panel(@PathVariable long customerId, Viewer viewer, Model model) {
        model.addAttribute("opportunities", opportunities.ofCustomer(viewer, customerId));
        return "sales/opportunity/panel";
    }
}

package org.triviumcrm.support.care;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.CustomerPanel;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;

/** What is done for a customer, as a panel of the customer's page. */
@Controller
class CustomerCareController implements CustomerPanel {

    private final CareService plans;
    private final Format format;

    CustomerCareController(CareService plans, Format format) {
        this.plans = plans;
        this.format = format;
    }

    @Override
    public String key() {
        return "care";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("customer.customer.view");
    }

    @Override
    public String url(long customerId) {
        return "/support/customers/" + customerId + "/care";
    }

    @GetMapping("/support/customers/{customerId:\\d+}/care")
    String panel(@PathVariable long customerId, Viewer viewer, Model model) {
        model.addAttribute("rows", plans.ofCustomer(viewer, customerId));
        model.addAttribute("today", format.today());
        return "support/care/panel";
    }
}

package org.triviumcrm.customer.value;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.CustomerPanel;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;

/** What a customer is worth, as a panel of the customer's page. */
@Controller
class CustomerValueController implements CustomerPanel {

    private final ValueService values;
    private final Companies companies;

    CustomerValueController(ValueService values, Companies companies) {
        this.values = values;
        this.companies = companies;
    }

    @Override
    public String key() {
        return "value";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("customer.customer.view");
    }

    @Override
    public String url(long customerId) {
        return "/customers/" + customerId + "/value";
    }

    @GetMapping("/customers/{customerId:\\d+}/value")
    String panel(@PathVariable long customerId, Viewer viewer, Model model) {
        model.addAttribute("value", values.of(viewer, customerId).orElse(null));
        model.addAttribute("currency", companies.currency());
        return "customer/value/panel";
    }
}

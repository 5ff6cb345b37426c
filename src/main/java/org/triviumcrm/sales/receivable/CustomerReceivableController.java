package org.triviumcrm.sales.receivable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.CustomerPanel;
import org.triviumcrm.identity.Viewer;

/** What a customer owes, as a panel of their page. */
@Controller
class CustomerReceivableController implements CustomerPanel {

    private final AgeingService ageing;

    CustomerReceivableController(AgeingService ageing) {
        this.ageing = ageing;
    }

    @Override
    public String key() {
        return "receivables";
    }

    @Override
    public int order() {
        return 17;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("sales.receivable.view");
    }

    @Override
    public String url(long customerId) {
        return "/sales/customers/" + customerId + "/receivables";
    }

    @GetMapping("/sales/customers/{customerId}/receivables")
    String ofCustomer(@PathVariable long customerId, Viewer viewer, Model model) {
        model.addAttribute("ageing", ageing.ofCustomer(viewer, customerId));
        return "sales/receivable/panel";
    }
}

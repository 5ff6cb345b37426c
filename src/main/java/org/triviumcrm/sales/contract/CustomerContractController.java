package org.triviumcrm.sales.contract;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.CustomerPanel;
import org.triviumcrm.identity.Viewer;

/** The contracts of a customer, as a panel of the customer's page. */
@Controller
class CustomerContractController implements CustomerPanel {

    private final ContractPanelService contracts;

    CustomerContractController(ContractPanelService contracts) {
        this.contracts = contracts;
    }

    @Override
    public String key() {
        return "contracts";
    }

    @Override
    public int order() {
        return 16;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("sales.contract.view");
    }

    @Override
    public String url(long customerId) {
        return "/sales/customers/" + customerId + "/contracts";
    }

    @GetMapping("/sales/customers/{customerId}/contracts")
    String ofCustomer(@PathVariable long customerId, Viewer viewer, Model model) {
        model.addAttribute("contracts", contracts.ofCustomer(viewer, customerId));
        model.addAttribute("create", "/sales/contracts/new?customerId=" + customerId);
        return "sales/contract/panel";
    }
}

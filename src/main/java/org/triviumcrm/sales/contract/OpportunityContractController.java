package org.triviumcrm.sales.contract;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.customer.OpportunityPanel;
import org.triviumcrm.identity.Viewer;

/** The contracts of an opportunity, as a panel of its page. */
@Controller
class OpportunityContractController implements OpportunityPanel {

    private final ContractPanelService contracts;

    OpportunityContractController(ContractPanelService contracts) {
        this.contracts = contracts;
    }

    @Override
    public String key() {
        return "contracts";
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("sales.contract.view");
    }

    @Override
    public String url(long opportunityId) {
        return "/sales/opportunities/" + opportunityId + "/contracts";
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/contracts")
    String ofOpportunity(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("contracts", contracts.ofOpportunity(viewer, id));
        model.addAttribute("create", "/sales/contracts/new?opportunityId=" + id);
        return "sales/contract/panel";
    }
}

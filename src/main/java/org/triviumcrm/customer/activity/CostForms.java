package org.triviumcrm.customer.activity;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.triviumcrm.identity.Viewer;

/** What forms of activities need for their cost. */
@Component
class CostForms {

    private final CostService costs;

    CostForms(CostService costs) {
        this.costs = costs;
    }

    void offer(Viewer viewer, Model model) {
        model.addAttribute("costKinds", CostKind.values());
        model.addAttribute("currencies", costs.currencies(viewer));
    }

    static void noRate(BindingResult errors, LogActivity input) {
        errors.rejectValue("cost", "customer.activity.error.noRate", new Object[] {input.costCurrency()}, null);
    }
}

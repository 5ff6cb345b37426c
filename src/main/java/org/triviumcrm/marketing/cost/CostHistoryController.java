package org.triviumcrm.marketing.cost;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;

/** Who changed what in a cost. */
@Controller
class CostHistoryController {

    private final CampaignCostService costs;
    private final FieldHistory history;

    CostHistoryController(CampaignCostService costs, FieldHistory history) {
        this.costs = costs;
        this.history = history;
    }

    @GetMapping(CostList.PATH + "/{id:\\d+}/history")
    String show(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        String name = costs.page(viewer, id).campaign();
        return HistoryPage.of(model, request, "costs", name, history.of("campaign_cost", id, HistoryPage.SIZE, locale));
    }
}

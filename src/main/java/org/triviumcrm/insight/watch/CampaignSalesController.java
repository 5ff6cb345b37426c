package org.triviumcrm.insight.watch;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;

/** The page on which a campaign is watched while it runs. */
@Controller
class CampaignSalesController {

    private final CampaignSalesService sales;
    private final WatchChart chart;
    private final Companies companies;

    CampaignSalesController(CampaignSalesService sales, WatchChart chart, Companies companies) {
        this.sales = sales;
        this.chart = chart;
        this.companies = companies;
    }

    @GetMapping("/insight/campaigns/{id:\\d+}/sales")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        CampaignSales found = sales.of(viewer, id);
        model.addAttribute("found", found);
        model.addAttribute("currency", companies.currency());
        model.addAttribute("chart", chart.of(found.steps()));
        return "insight/watch/page";
    }
}

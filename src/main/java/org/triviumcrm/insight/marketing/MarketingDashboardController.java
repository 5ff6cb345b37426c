package org.triviumcrm.insight.marketing;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.AttributionModel;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Rejected;

/** The marketing manager's dashboard. */
@Controller
class MarketingDashboardController {

    private static final String PAGE = "insight/marketing/page";

    private final MarketingDashboardService dashboard;
    private final SpendingChart chart;
    private final Companies companies;
    private final Format format;

    MarketingDashboardController(
            MarketingDashboardService dashboard, SpendingChart chart, Companies companies, Format format) {
        this.dashboard = dashboard;
        this.chart = chart;
        this.companies = companies;
        this.format = format;
    }

    @GetMapping("/insight/marketing")
    String show(@ModelAttribute("filter") MarketingFilter filter, BindingResult errors, Viewer viewer, Model model) {
        if (!errors.hasErrors() && !filter.isPossible()) {
            errors.rejectValue("year", "insight.marketing.error.year");
        }
        int present = format.today().getYear();
        MarketingFilter asked = (errors.hasErrors() ? new MarketingFilter(null, null) : filter).filled(present);
        MarketingYear found = dashboard.of(viewer, asked);
        model.addAttribute("asked", asked);
        model.addAttribute("found", found);
        model.addAttribute("years", asked.years(present));
        model.addAttribute("models", List.of(AttributionModel.values()));
        model.addAttribute("currency", companies.currency());
        model.addAttribute("days", MarketingDashboardService.DAYS_AHEAD);
        model.addAttribute("chart", chart.of(found.months()));
        return errors.hasErrors() ? Rejected.with(PAGE) : PAGE;
    }
}

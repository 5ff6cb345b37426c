package org.triviumcrm.customer.value;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;

/** The page of key customers: classes, segments, and how few bring how much. */
@Controller
class ValueController {

    private final ValueService values;
    private final ValueChart chart;
    private final Companies companies;

    ValueController(ValueService values, ValueChart chart, Companies companies) {
        this.values = values;
        this.chart = chart;
        this.companies = companies;
    }

    @GetMapping("/customers/value")
    String show(Viewer viewer, Model model) {
        SaveValueRules rules = values.rules(viewer);
        model.addAttribute("rules", rules);
        model.addAttribute("currency", companies.currency());
        values.overview(viewer).ifPresent(overview -> {
            model.addAttribute("overview", overview);
            model.addAttribute("curve", chart.curve(overview.bounds(), rules));
            model.addAttribute("points", ValueChart.points(overview.bounds().curve()));
        });
        return "customer/value/page";
    }
}

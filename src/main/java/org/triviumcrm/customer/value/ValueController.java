package org.triviumcrm.customer.value;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;

/** The page of key customers: classes, segments, and how few bring how much. */
@Controller
class ValueController {

    private final ValueService values;
    private final ParetoService pareto;
    private final ValueChart chart;
    private final Companies companies;

    ValueController(ValueService values, ParetoService pareto, ValueChart chart, Companies companies) {
        this.values = values;
        this.pareto = pareto;
        this.chart = chart;
        this.companies = companies;
    }

    @GetMapping("/customers/value")
    String show(@RequestParam(defaultValue = "") String by, Viewer viewer, Model model) {
        ParetoCut cut = ParetoCut.of(by);
        SaveValueRules rules = values.rules(viewer);
        model.addAttribute("rules", rules);
        model.addAttribute("currency", companies.currency());
        model.addAttribute("cut", cut);
        model.addAttribute("cuts", ParetoCut.values());
        if (cut != ParetoCut.CUSTOMER) {
            Pareto found = pareto.of(viewer, cut);
            model.addAttribute("pareto", found);
            model.addAttribute("curve", chart.curve(found.points(), rules));
            return "customer/value/pareto";
        }
        values.overview(viewer).ifPresent(overview -> {
            model.addAttribute("overview", overview);
            model.addAttribute(
                    "curve", chart.curve(ValueChart.points(overview.bounds().curve()), rules));
            model.addAttribute("points", ValueChart.points(overview.bounds().curve()));
        });
        return "customer/value/page";
    }
}

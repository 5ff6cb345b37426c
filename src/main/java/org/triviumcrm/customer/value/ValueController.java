package org.triviumcrm.customer.value;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** The page of key customers: classes, segments, and how few bring how much. */
@Controller
class ValueController {

    private final ValueService values;
    private final ParetoService pareto;
    private final MoveService moves;
    private final ValueChart chart;
    private final Companies companies;

    ValueController(
            ValueService values, ParetoService pareto, MoveService moves, ValueChart chart, Companies companies) {
        this.values = values;
        this.pareto = pareto;
        this.moves = moves;
        this.chart = chart;
        this.companies = companies;
    }

    @GetMapping("/customers/value")
    String show(
            @RequestParam(defaultValue = "") String by,
            @RequestParam(required = false) @Nullable String measure,
            Viewer viewer,
            Model model) {
        CustomerMeasure asked = moves.measure(viewer, measure);
        model.addAttribute("measure", asked);
        model.addAttribute("measures", moves.measures(viewer));
        ParetoCut cut = ParetoCut.of(by);
        SaveValueRules rules = values.rules(viewer);
        model.addAttribute("rules", rules);
        model.addAttribute("currency", companies.currency());
        model.addAttribute("cut", cut);
        model.addAttribute("filter", ParetoService.column(asked));
        model.addAttribute("segmentFilter", ParetoService.segments(asked));
        model.addAttribute("squareFilter", ParetoService.squares(asked));
        model.addAttribute("seesAll", viewer.scope("customer") instanceof Scope.Everything);
        model.addAttribute("cuts", ParetoCut.values());
        if (cut != ParetoCut.CUSTOMER) {
            Pareto found = pareto.of(viewer, asked, cut);
            model.addAttribute("pareto", found);
            model.addAttribute("curve", chart.curve(found.points(), rules));
            return "customer/value/pareto";
        }
        values.overview(viewer, asked).ifPresent(overview -> {
            model.addAttribute("overview", overview);
            model.addAttribute(
                    "curve", chart.curve(ValueChart.points(overview.bounds().curve()), rules));
            model.addAttribute("points", ValueChart.points(overview.bounds().curve()));
        });
        return "customer/value/page";
    }
}

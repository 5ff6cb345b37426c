package org.triviumcrm.insight.figures;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;
import tools.jackson.databind.json.JsonMapper;

/** The page of figures. */
@Controller
class FigureController {

    private static final int FEW = 4;
    private static final int LONGEST_NAME = 110;

    private final FigureService figures;
    private final Companies companies;
    private final JsonMapper json;

    FigureController(FigureService figures, Companies companies, JsonMapper json) {
        this.figures = figures;
        this.companies = companies;
        this.json = json;
    }

    @GetMapping("/insight/figures")
    String show(@ModelAttribute("filter") FigureFilter filter, BindingResult errors, Viewer viewer, Model model) {
        FigureFilter readable = errors.hasErrors() ? new FigureFilter(null, null) : filter;
        Figures found = figures.of(viewer, readable);
        model.addAttribute("figures", found);
        model.addAttribute("currency", companies.currency());
        model.addAttribute("officeChart", bars(found.offices(), named(found.offices())));
        model.addAttribute("productChart", bars(found.products(), named(found.products())));
        model.addAttribute("monthChart", bars(found.months(), Map.of()));
        return errors.hasErrors() ? Rejected.with("insight/figures/figures") : "insight/figures/figures";
    }

    /** Every bar's name, aslant where there are many; else some would be left out. */
    private static Map<String, Object> named(List<Figure> some) {
        return some.size() > FEW
                ? Map.of("interval", 0, "rotate", 30, "width", LONGEST_NAME, "overflow", "truncate")
                : Map.of("interval", 0);
    }

    /** Bars for ECharts, each leading to its rows. */
    private String bars(List<Figure> some, Map<String, Object> labels) {
        List<Map<String, Object>> data = some.stream()
                .map(figure -> Map.<String, Object>of("value", figure.amount(), "href", figure.href()))
                .toList();
        return json.writeValueAsString(Map.of(
                "tooltip", Map.of("trigger", "axis"),
                "grid", Map.of("left", 8, "right", 16, "top", 16, "bottom", 8, "containLabel", true),
                "xAxis",
                        Map.of(
                                "type",
                                "category",
                                "data",
                                some.stream().map(Figure::name).toList(),
                                "axisLabel",
                                labels),
                "yAxis", Map.of("type", "value"),
                "series", List.of(Map.of("type", "bar", "data", data))));
    }
}

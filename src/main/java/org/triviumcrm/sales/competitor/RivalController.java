package org.triviumcrm.sales.competitor;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.competitor.Rivalry.Month;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;
import tools.jackson.databind.json.JsonMapper;

/** What is known of competitors, and how it goes against them, for everybody who sells. */
@Controller
@RequestMapping("/sales/competitors")
class RivalController {

    private final RivalryService rivals;
    private final FieldHistory history;
    private final Companies companies;
    private final Format format;
    private final JsonMapper json;
    private final MessageSource messages;

    RivalController(
            RivalryService rivals,
            FieldHistory history,
            Companies companies,
            Format format,
            JsonMapper json,
            MessageSource messages) {
        this.rivals = rivals;
        this.history = history;
        this.companies = companies;
        this.format = format;
        this.json = json;
        this.messages = messages;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("rivals", rivals.all(viewer));
        model.addAttribute("currency", companies.currency());
        return "sales/competitor/rivals";
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        Rivalry rivalry = rivals.of(viewer, id);
        model.addAttribute("competitor", rivals.find(viewer, id));
        model.addAttribute("rivalry", rivalry);
        model.addAttribute("chart", chart(rivalry));
        model.addAttribute("currency", companies.currency());
        return "sales/competitor/show";
    }

    @GetMapping("/{id:\\d+}/history")
    String history(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        String name = rivals.find(viewer, id).getName();
        return HistoryPage.of(model, request, "rivals", name, history.of("competitor", id, HistoryPage.SIZE, locale));
    }

    /** Won and lost month by month, for ECharts; each bar leads to its rows. */
    private String chart(Rivalry rivalry) {
        return json.writeValueAsString(Map.of(
                "tooltip",
                Map.of("trigger", "axis"),
                "legend",
                Map.of("top", 0),
                "grid",
                Map.of("left", 8, "right", 8, "top", 32, "bottom", 8, "containLabel", true),
                "xAxis",
                Map.of(
                        "type",
                        "category",
                        "data",
                        rivalry.months().stream()
                                .map(month -> format.month(YearMonth.from(month.month())))
                                .toList()),
                "yAxis",
                Map.of("type", "value", "minInterval", 1),
                "series",
                List.of(bars(rivalry, "WON", "#2fb344", Month::won), bars(rivalry, "LOST", "#d63939", Month::lost))));
    }

    private Map<String, Object> bars(Rivalry rivalry, String state, String colour, Function<Month, Long> count) {
        return Map.of(
                "type",
                "bar",
                "name",
                messages.getMessage("sales.state." + state, null, LocaleContextHolder.getLocale()),
                "itemStyle",
                Map.of("color", colour),
                "data",
                rivalry.months().stream()
                        .map(month -> Map.of(
                                "value",
                                count.apply(month),
                                "href",
                                rivalry.record().monthHref(month, state)))
                        .toList());
    }
}

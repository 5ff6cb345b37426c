package org.triviumcrm.insight.tickets;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.tickets.TicketReport.Step;
import tools.jackson.databind.json.JsonMapper;

/** What came and went, side by side, for ECharts; each bar leads to its tickets. */
@Component
class TicketChart {

    private final JsonMapper json;
    private final MessageSource messages;

    TicketChart(JsonMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    String of(List<Step> steps) {
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
                        steps.stream().map(Step::label).toList()),
                "yAxis",
                Map.of("type", "value", "minInterval", 1),
                "series",
                List.of(
                        bars("opened", steps, step -> Map.of("value", step.opened(), "href", step.openedHref())),
                        bars("solved", steps, step -> Map.of("value", step.solved(), "href", step.solvedHref())))));
    }

    private Map<String, Object> bars(String head, List<Step> steps, Function<Step, Map<String, Object>> item) {
        String name = messages.getMessage("insight.tickets.head." + head, null, LocaleContextHolder.getLocale());
        return Map.of(
                "type", "bar", "name", name, "data", steps.stream().map(item).toList());
    }
}

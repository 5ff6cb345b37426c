package org.triviumcrm.insight.marketing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.roi.Returns.Line;
import tools.jackson.databind.json.JsonMapper;

/** Cost beside revenue, month by month, for ECharts; each bar leads to the campaigns of its month. */
@Component
class SpendingChart {

    private final JsonMapper json;
    private final MessageSource messages;

    SpendingChart(JsonMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    String of(List<Line> months) {
        return json.writeValueAsString(Map.of(
                "tooltip", Map.of("trigger", "axis"),
                "legend", Map.of("top", 0),
                "grid", Map.of("left", 8, "right", 8, "top", 32, "bottom", 8, "containLabel", true),
                "xAxis",
                        Map.of(
                                "type",
                                "category",
                                "data",
                                months.stream().map(Line::name).toList()),
                "yAxis", Map.of("type", "value"),
                "series",
                        List.of(
                                bars("insight.return.cost", months, Line::cost),
                                bars("insight.return.revenue", months, Line::revenue))));
    }

    private Map<String, Object> bars(String key, List<Line> months, Function<Line, BigDecimal> amount) {
        return Map.of(
                "type",
                "bar",
                "name",
                messages.getMessage(key, null, LocaleContextHolder.getLocale()),
                "data",
                months.stream()
                        .map(line -> Map.of("value", amount.apply(line), "href", line.href()))
                        .toList());
    }
}

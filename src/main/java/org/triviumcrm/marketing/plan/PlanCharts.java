package org.triviumcrm.marketing.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.marketing.plan.PlanFigures.Row;
import tools.jackson.databind.json.JsonMapper;

/** Plans as charts for ECharts; each bar and point leads to the campaigns behind it. */
@Component
class PlanCharts {

    private final JsonMapper json;
    private final MessageSource messages;

    PlanCharts(JsonMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    /** What was planned, spent and brought, row by row. */
    String bars(List<Row> rows) {
        List<Map<String, Object>> series = new ArrayList<>();
        series.add(series("planned", "bar", rows, PlanAmounts::planned));
        series.add(series("budget", "bar", rows, PlanAmounts::budget));
        series.add(series("cost", "bar", rows, PlanAmounts::cost));
        series.add(series("revenue", "line", rows, PlanAmounts::revenue));
        return json.writeValueAsString(Map.of(
                "tooltip", Map.of("trigger", "axis"),
                "legend", Map.of("top", 0, "type", "scroll"),
                "grid", Map.of("left", 8, "right", 16, "top", 40, "bottom", 8, "containLabel", true),
                "xAxis",
                        Map.of(
                                "type",
                                "category",
                                "data",
                                rows.stream().map(Row::name).toList(),
                                "axisLabel",
                                Map.of("rotate", 30, "width", 110, "overflow", "truncate")),
                "yAxis", Map.of("type", "value"),
                "series", series));
    }

    private Map<String, Object> series(
            String key, String type, List<Row> rows, Function<PlanAmounts, BigDecimal> amount) {
        List<Map<String, Object>> data = rows.stream()
                .map(row -> Map.<String, Object>of("value", amount.apply(row.amounts()), "href", row.href()))
                .toList();
        String name = messages.getMessage("marketing.plan.head." + key, null, LocaleContextHolder.getLocale());
        return Map.of("name", name, "type", type, "data", data);
    }
}

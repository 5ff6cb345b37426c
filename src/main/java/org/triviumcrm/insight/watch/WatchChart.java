package org.triviumcrm.insight.watch;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.watch.CampaignSales.Step;
import tools.jackson.databind.json.JsonMapper;

/** Sales step by step for ECharts, the days of the campaign shaded; each bar leads to its rows. */
@Component
class WatchChart {

    private final JsonMapper json;
    private final MessageSource messages;

    WatchChart(JsonMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    String of(List<Step> steps) {
        return json.writeValueAsString(Map.of(
                "tooltip", Map.of("trigger", "axis"),
                "legend", Map.of("top", 0),
                "grid", Map.of("left", 8, "right", 8, "top", 32, "bottom", 8, "containLabel", true),
                "xAxis",
                        Map.of(
                                "type",
                                "category",
                                "data",
                                steps.stream().map(Step::label).toList()),
                "yAxis", Map.of("type", "value"),
                "series",
                        List.of(
                                Map.of(
                                        "type",
                                        "bar",
                                        "name",
                                        text("insight.watch.sales"),
                                        "data",
                                        items(steps, Step::amount),
                                        "markArea",
                                        Map.of(
                                                "silent",
                                                true,
                                                "itemStyle",
                                                Map.of("opacity", 0.12),
                                                "label",
                                                Map.of("position", "insideTop"),
                                                "data",
                                                shade(steps))),
                                Map.of(
                                        "type",
                                        "line",
                                        "name",
                                        text("insight.watch.yearBefore"),
                                        "symbol",
                                        "none",
                                        "data",
                                        steps.stream().map(Step::yearBefore).toList()))));
    }

    private static List<Map<String, Object>> items(List<Step> steps, Function<Step, BigDecimal> amount) {
        return steps.stream()
                .map(step -> Map.<String, Object>of("value", amount.apply(step), "href", step.href()))
                .toList();
    }

    private List<List<Map<String, Object>>> shade(List<Step> steps) {
        List<Step> within = steps.stream().filter(Step::within).toList();
        return within.isEmpty()
                ? List.of()
                : List.of(List.of(
                        Map.of(
                                "name",
                                text("insight.watch.campaign"),
                                "xAxis",
                                within.get(0).label()),
                        Map.of("xAxis", within.get(within.size() - 1).label())));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

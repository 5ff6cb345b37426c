package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How much of the revenue the best customers bring (Pareto), as a chart for ECharts. */
@Component
class ValueChart {

    private static final int HUNDRED = 100;

    private final JsonMapper json;

    ValueChart(JsonMapper json) {
        this.json = json;
    }

    /** @param points per cent of those who bring it, with per cent of the revenue, from nothing on */
    String curve(List<List<BigDecimal>> points, SaveValueRules rules) {
        List<Map<String, Object>> limits = List.of(limit(rules.shareA()), limit(rules.shareB()));
        return json.writeValueAsString(Map.of(
                "tooltip", Map.of("trigger", "axis"),
                "grid", Map.of("left", 8, "right", 40, "top", 16, "bottom", 8, "containLabel", true),
                "xAxis",
                        Map.of(
                                "type",
                                "value",
                                "min",
                                0,
                                "max",
                                HUNDRED,
                                "axisLabel",
                                Map.of("formatter", "{value} %")),
                "yAxis",
                        Map.of(
                                "type",
                                "value",
                                "min",
                                0,
                                "max",
                                HUNDRED,
                                "axisLabel",
                                Map.of("formatter", "{value} %")),
                "series",
                        List.of(Map.of(
                                "type",
                                "line",
                                "showSymbol",
                                false,
                                "areaStyle",
                                Map.of("opacity", 0.15),
                                "data",
                                points,
                                "markLine",
                                Map.of("symbol", "none", "silent", true, "data", limits)))));
    }

    private static Map<String, Object> limit(int share) {
        return Map.of("yAxis", share, "label", Map.of("formatter", share + " %"));
    }

    /** Per cent of the customers with per cent of the revenue, from nothing on. */
    static List<List<BigDecimal>> points(List<BigDecimal> curve) {
        List<List<BigDecimal>> points = new ArrayList<>();
        points.add(List.of(BigDecimal.ZERO, BigDecimal.ZERO));
        for (int step = 1; step <= curve.size(); step++) {
            points.add(List.of(
                    BigDecimal.valueOf((long) HUNDRED * step)
                            .divide(BigDecimal.valueOf(curve.size()), 1, RoundingMode.HALF_UP),
                    curve.get(step - 1)));
        }
        return points;
    }
}

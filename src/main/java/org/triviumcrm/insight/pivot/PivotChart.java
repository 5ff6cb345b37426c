package org.triviumcrm.insight.pivot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.pivot.Pivot.Cell;
import org.triviumcrm.insight.pivot.Pivot.Row;
import tools.jackson.databind.json.JsonMapper;

/** A pivot as bars for ECharts, the columns of a row upon each other; each part leads to its rows. */
@Component
class PivotChart {

    /** More than these are too thin to read; the table has all. */
    private static final int MOST = 12;

    private final JsonMapper json;

    PivotChart(JsonMapper json) {
        this.json = json;
    }

    /** @param stacked whether parts add up; else they stand side by side */
    String of(Pivot pivot, boolean stacked) {
        List<Row> rows = pivot.rows().stream().limit(MOST).toList();
        List<Map<String, Object>> series = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, pivot.columns().size()); i++) {
            int place = i;
            series.add(Map.of(
                    "type",
                    "bar",
                    "name",
                    pivot.columns().get(i).name(),
                    "stack",
                    stacked ? "all" : "column " + i,
                    "data",
                    rows.stream().map(row -> item(row.cells().get(place))).toList()));
        }
        return json.writeValueAsString(Map.of(
                "tooltip", Map.of("trigger", "item"),
                "legend", Map.of("type", "scroll", "top", 0),
                "grid", Map.of("left", 8, "right", 16, "top", 40, "bottom", 8, "containLabel", true),
                "xAxis",
                        Map.of(
                                "type",
                                "category",
                                "data",
                                rows.stream().map(Row::name).toList(),
                                "axisLabel",
                                Map.of("interval", 0, "rotate", 30, "width", 110, "overflow", "truncate")),
                "yAxis", Map.of("type", "value"),
                "series", series));
    }

    private static Map<String, Object> item(Cell cell) {
        return Map.of("value", cell.value() == null ? BigDecimal.ZERO : cell.value(), "href", cell.href());
    }
}

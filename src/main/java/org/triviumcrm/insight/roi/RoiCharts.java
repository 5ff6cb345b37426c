package org.triviumcrm.insight.roi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.roi.Returns.Line;
import org.triviumcrm.insight.roi.Returns.Square;
import tools.jackson.databind.json.JsonMapper;

/** Returns as charts for ECharts; each bar, square and flow leads to its rows. */
@Component
class RoiCharts {

    /** More bars than these are too thin to read; the table has all. */
    private static final int BARS = 20;

    /** In pixels: what a bar and its name, a square and what stands in it, and three columns of a flow need to be read. */
    private static final int BAR = 30;

    private static final int SQUARE = 68;
    private static final int LINE = 44;
    private static final int NAMES = 110;
    private static final int FLOW = 520;

    /** Before the names of methods and of what all comes to: a region may be called the same. */
    private static final String START = "→ ";

    private static final String END = "∑ ";

    private static final BigDecimal LOWEST = BigDecimal.valueOf(-100);
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(300);

    private final JsonMapper json;

    RoiCharts(JsonMapper json) {
        this.json = json;
    }

    /** The return of each row in per cent. */
    String bars(List<Line> lines) {
        List<Line> shown =
                lines.stream().filter(line -> line.roi() != null).limit(BARS).toList();
        return json.writeValueAsString(Map.of(
                "wide", NAMES + shown.size() * BAR,
                "tooltip", Map.of("trigger", "axis"),
                "grid", Map.of("left", 8, "right", 16, "top", 16, "bottom", 8, "containLabel", true),
                "xAxis",
                        Map.of(
                                "type",
                                "category",
                                "data",
                                shown.stream().map(Line::name).toList(),
                                "axisLabel",
                                Map.of("interval", 0, "rotate", 30, "width", 110, "overflow", "truncate")),
                "yAxis", Map.of("type", "value", "axisLabel", Map.of("formatter", "{value} %")),
                "series",
                        List.of(Map.of(
                                "type",
                                "bar",
                                "data",
                                shown.stream()
                                        .map(line -> item(line.roi(), line.href()))
                                        .toList()))));
    }

    /** Methods by regions, coloured by their return. */
    String heat(List<Square> squares) {
        List<String> methods = squares.stream().map(Square::method).distinct().toList();
        List<String> regions =
                squares.stream().map(Square::region).distinct().sorted().toList();
        List<Map<String, Object>> data = squares.stream()
                .filter(square -> square.roi() != null)
                .map(square -> item(
                        List.of(
                                regions.indexOf(square.region()),
                                methods.indexOf(square.method()),
                                whole(square.roi())),
                        square.href()))
                .toList();
        return json.writeValueAsString(Map.of(
                "tall", Math.max(320, methods.size() * LINE + 2 * NAMES),
                "wide", NAMES + regions.size() * SQUARE,
                "grid", Map.of("left", 8, "right", 16, "top", 8, "bottom", 60, "containLabel", true),
                // every region is named, whatever room there is
                "xAxis",
                        Map.of(
                                "type",
                                "category",
                                "data",
                                regions,
                                "axisLabel",
                                Map.of("interval", 0, "rotate", 30, "width", NAMES, "overflow", "truncate")),
                "yAxis", Map.of("type", "category", "data", methods),
                "visualMap",
                        Map.of(
                                "min",
                                LOWEST,
                                "max",
                                HIGHEST,
                                "orient",
                                "horizontal",
                                "left",
                                "center",
                                "bottom",
                                0,
                                "inRange",
                                Map.of("color", List.of("#d63939", "#f7d9a8", "#2fb344"))),
                "series",
                        List.of(Map.of(
                                "type",
                                "heatmap",
                                "label",
                                Map.of("show", true, "formatter", "{@[2]} %"),
                                "data",
                                data))));
    }

    /**
     * From methods through regions to what was won.
     *
     * @param revenue what the last node is called
     * @param all where it leads
     */
    String flow(List<Square> squares, String revenue, String all) {
        String end = END + revenue;
        Map<String, BigDecimal> byRegion = new LinkedHashMap<>();
        Map<String, String> nodes = new LinkedHashMap<>();
        List<Map<String, Object>> links = new ArrayList<>();
        List<Square> some =
                squares.stream().filter(square -> square.revenue().signum() > 0).toList();
        for (Square square : some) {
            String method = START + square.method();
            links.add(link(method, square.region(), square.revenue(), square.href()));
            nodes.put(method, square.methodHref());
            byRegion.merge(square.region(), square.revenue(), BigDecimal::add);
        }
        some.forEach(square -> nodes.put(square.region(), square.regionHref()));
        byRegion.forEach((region, amount) -> links.add(link(region, end, amount, nodes.getOrDefault(region, all))));
        nodes.put(end, all);
        return json.writeValueAsString(Map.of(
                "wide",
                FLOW,
                // it would be uncovered from the left, and what it comes to last of all: not on paper, nor where a
                // machine is busy
                "animation",
                false,
                "tooltip",
                Map.of(),
                "series",
                List.of(Map.of(
                        "type",
                        "sankey",
                        "right",
                        110,
                        "data",
                        nodes.entrySet().stream()
                                .map(node -> node(node.getKey(), node.getValue()))
                                .toList(),
                        "links",
                        links,
                        "emphasis",
                        Map.of("focus", "adjacency")))));
    }

    /** Two decimals are too many for a square. */
    private static BigDecimal whole(@Nullable BigDecimal percent) {
        return percent == null ? BigDecimal.ZERO : percent.setScale(0, RoundingMode.HALF_UP);
    }

    private static Map<String, Object> node(String name, String href) {
        boolean marked = name.startsWith(START) || name.startsWith(END);
        String shown = marked ? name.substring(START.length()) : name;
        return Map.of("name", name, "href", href, "label", Map.of("formatter", shown));
    }

    private static Map<String, Object> link(String from, String to, BigDecimal amount, String href) {
        return Map.of("source", from, "target", to, "value", amount, "href", href);
    }

    private static Map<String, Object> item(@Nullable Object value, String href) {
        return Map.of("value", value == null ? 0 : value, "href", href);
    }
}

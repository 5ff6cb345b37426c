package org.triviumcrm.sales.positioning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The map as a scatter for ECharts: a colour for the company's own offers and one for each competitor. Points carry the number of their row
 * in the table; their names stand beside them where there is room, so that nothing is written over anything else on a phone. Each leads to
 * its offer.
 */
@Component
class PositioningChart {

    private static final int SIZE = 20;

    /** Dark enough for white numbers. */
    private static final List<String> COLOURS =
            List.of("#0b5cab", "#1e7b34", "#a15c00", "#8a2fa8", "#08735f", "#b32525", "#3a4fc4", "#5a6472");

    private final JsonMapper json;
    private final PositioningTexts texts;

    PositioningChart(JsonMapper json, PositioningTexts texts) {
        this.json = json;
        this.texts = texts;
    }

    String of(MarketMap map) {
        Map<String, List<Map<String, Object>>> owners = new LinkedHashMap<>();
        List<MarketMap.Point> points = map.points();
        for (int at = 0; at < points.size(); at++) {
            MarketMap.Offer offer = points.get(at).offer();
            owners.computeIfAbsent(
                            offer.isOwn() ? texts.text("sales.position.own") : String.valueOf(offer.competitor()),
                            key -> new ArrayList<>())
                    .add(item(points.get(at), at + 1));
        }
        List<Map<String, Object>> series = new ArrayList<>();
        int colour = 0;
        for (var owner : owners.entrySet()) {
            String shade = COLOURS.get(colour++ % COLOURS.size());
            series.add(numbers(owner.getKey(), shade, owner.getValue()));
            series.add(names(owner.getKey(), shade, owner.getValue()));
        }
        return json.writeValueAsString(Map.of(
                "tooltip",
                Map.of("trigger", "item"),
                "legend",
                Map.of("type", "scroll", "top", 0),
                "grid",
                Map.of("left", 12, "right", 24, "top", 64, "bottom", 28, "containLabel", true),
                "xAxis",
                axis(map.x(), "middle", 28),
                "yAxis",
                axis(map.y(), "end", 12),
                "series",
                series));
    }

    /** Ratings from 0 to 11, so that no name is cut off at an end. */
    private Map<String, Object> axis(MarketAxis axis, String place, int gap) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("type", "value");
        said.put("name", texts.titleOf(axis));
        said.put("nameLocation", place);
        said.put("nameGap", gap);
        if ("end".equals(place)) {
            said.put("nameTextStyle", Map.of("align", "left"));
        }
        said.put("scale", true);
        if (axis.getKind() == AxisKind.RATING) {
            said.put("min", 0);
            said.put("max", 11);
            said.put("interval", 1);
            said.put("axisLabel", Map.of("hideOverlap", true));
        } else {
            said.put("boundaryGap", List.of("12%", "12%"));
        }
        return said;
    }

    private static Map<String, Object> numbers(String owner, String colour, List<Map<String, Object>> items) {
        return Map.of(
                "type",
                "scatter",
                "name",
                owner,
                "symbolSize",
                SIZE,
                "itemStyle",
                Map.of("color", colour, "opacity", 1),
                "label",
                Map.of(
                        "show",
                        true,
                        "formatter",
                        "{@[2]}",
                        "position",
                        "inside",
                        "color",
                        "#fff",
                        "fontWeight",
                        "bold"),
                "data",
                items);
    }

    private static Map<String, Object> names(String owner, String colour, List<Map<String, Object>> items) {
        return Map.of(
                "type",
                "scatter",
                "name",
                owner,
                "symbolSize",
                SIZE,
                "itemStyle",
                Map.of("color", "transparent"),
                "label",
                Map.of(
                        "show",
                        true,
                        "formatter",
                        "{b}",
                        "position",
                        "top",
                        "width",
                        130,
                        "overflow",
                        "truncate",
                        "color",
                        colour),
                "labelLayout",
                Map.of("hideOverlap", true),
                "data",
                items);
    }

    private static Map<String, Object> item(MarketMap.Point point, int number) {
        return Map.of(
                "name",
                point.offer().name(),
                "value",
                List.of(point.x().value(), point.y().value(), number),
                "href",
                "/sales/positioning/offers/" + point.offer().id());
    }
}

package org.triviumcrm.insight.people;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.people.Leaderboard.Line;
import tools.jackson.databind.json.JsonMapper;

/** The chosen measure of the first few, beside what it was before, for ECharts; each bar leads to its rows. */
@Component
class LeaderboardChart {

    /** More than these are too thin to read; the table has all. */
    private static final int MOST = 20;

    private final JsonMapper json;
    private final MessageSource messages;

    LeaderboardChart(JsonMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    String of(Leaderboard board, PeopleMeasure measure) {
        List<Line> lines = board.lines().stream()
                .filter(line -> line.deeds().value(measure) != null)
                .limit(MOST)
                .toList();
        List<Map<String, Object>> series = new ArrayList<>();
        if (measure != PeopleMeasure.PIPELINE) {
            series.add(bars("before", lines, line -> item(line.before(), null), "#9aa5b1"));
        }
        series.add(bars(
                "now", lines, line -> item(line.deeds().value(measure), rows(line.links(), measure)), "#206bc4"));
        return json.writeValueAsString(Map.of(
                "tooltip",
                Map.of("trigger", "axis"),
                "legend",
                Map.of("top", 0),
                "grid",
                Map.of("left", 8, "right", 16, "top", 40, "bottom", 8, "containLabel", true),
                "xAxis",
                Map.of(
                        "type",
                        "category",
                        "data",
                        lines.stream().map(Line::name).toList(),
                        "axisLabel",
                        Map.of("interval", 0, "rotate", 30, "width", 110, "overflow", "truncate")),
                "yAxis",
                Map.of("type", "value"),
                "series",
                series));
    }

    /** Where the rows of a measure are. */
    static String rows(PeopleLinks links, PeopleMeasure measure) {
        return switch (measure) {
            case WON_AMOUNT, WON_COUNT -> links.won();
            case ATTAINMENT -> links.attained();
            case ACTIVITIES -> links.activities();
            case CONVERSION -> links.decided();
            case CYCLE -> links.cycle();
            case DISCOUNT -> links.quotes();
            case PIPELINE -> links.open();
        };
    }

    private static Map<String, Object> item(@Nullable BigDecimal value, @Nullable String href) {
        Map<String, Object> item = new HashMap<>();
        item.put("value", value == null ? BigDecimal.ZERO : value);
        if (href != null) {
            item.put("href", href);
        }
        return item;
    }

    private Map<String, Object> bars(
            String name, List<Line> lines, Function<Line, Map<String, Object>> item, String colour) {
        return Map.of(
                "type",
                "bar",
                "name",
                Objects.requireNonNull(
                        messages.getMessage("insight.people.chart." + name, null, LocaleContextHolder.getLocale())),
                "itemStyle",
                Map.of("color", colour),
                "data",
                lines.stream().map(item).toList());
    }
}

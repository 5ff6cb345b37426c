package org.triviumcrm.insight.chats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.chats.ChatReport.Line;
import tools.jackson.databind.json.JsonMapper;

/** Who was answered and who was not, one bar a row, for ECharts; each part leads to its talks. */
@Component
class ChatChart {

    private static final int BARS = 31;

    private final JsonMapper json;
    private final MessageSource messages;

    ChatChart(JsonMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    String of(ChatReport report) {
        List<Line> lines = report.lines().stream().limit(BARS).toList();
        List<Map<String, Object>> series = new ArrayList<>();
        series.add(bars("answered", lines, line -> line.figures().answered(), Line::answeredHref));
        series.add(bars("missed", lines, line -> line.figures().missed(), Line::missedHref));
        series.add(bars("left", lines, line -> line.figures().left(), Line::leftHref));
        series.add(bars("helped", lines, line -> line.figures().helped(), Line::helpedHref));
        return json.writeValueAsString(Map.of(
                "tooltip",
                Map.of("trigger", "axis"),
                "legend",
                Map.of("top", 0),
                "grid",
                Map.of("left", 8, "right", 8, "top", 56, "bottom", 8, "containLabel", true),
                "xAxis",
                Map.of(
                        "type",
                        "category",
                        "data",
                        lines.stream().map(Line::name).toList()),
                "yAxis",
                Map.of("type", "value", "minInterval", 1),
                "series",
                series));
    }

    private Map<String, Object> bars(
            String head, List<Line> lines, Function<Line, Long> value, Function<Line, String> href) {
        return Map.of(
                "type",
                "bar",
                "stack",
                "talks",
                "name",
                messages.getMessage("insight.chats.head." + head, null, LocaleContextHolder.getLocale()),
                "data",
                lines.stream()
                        .map(line -> Map.of("value", value.apply(line), "href", href.apply(line)))
                        .toList());
    }
}

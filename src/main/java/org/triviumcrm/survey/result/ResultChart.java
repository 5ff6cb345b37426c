package org.triviumcrm.survey.result;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.format.Format;
import tools.jackson.databind.json.JsonMapper;

/** What a survey comes to, for ECharts; each bar leads to its answers. */
@Component
class ResultChart {

    private static final Map<String, Object> GRID =
            Map.of("left", 8, "right", 24, "top", 32, "bottom", 8, "containLabel", true);

    private final JsonMapper json;
    private final Format format;
    private final MessageSource messages;

    ResultChart(JsonMapper json, Format format, MessageSource messages) {
        this.json = json;
        this.format = format;
        this.messages = messages;
    }

    /** Charts of those questions that are counted, by question. */
    Map<Long, String> of(List<QuestionResult> questions) {
        Map<Long, String> charts = new LinkedHashMap<>();
        questions.stream()
                .filter(question -> !question.lines().isEmpty())
                .forEach(question ->
                        charts.put(question.id(), question.kind().hasEnds() ? columns(question) : bars(question)));
        return charts;
    }

    /** The points of a scale from left to right. */
    private String columns(QuestionResult question) {
        List<QuestionResult.Bar> bars = question.lines().get(0).bars();
        return json.writeValueAsString(Map.of(
                "tooltip", Map.of("trigger", "axis"),
                "grid", GRID,
                "xAxis",
                        Map.of(
                                "type",
                                "category",
                                "data",
                                bars.stream().map(QuestionResult.Bar::text).toList()),
                "yAxis", Map.of("type", "value", "minInterval", 1),
                "series", List.of(Map.of("type", "bar", "data", items(bars)))));
    }

    /** Options below each other; those of a matrix side by side for each of its rows. */
    private String bars(QuestionResult question) {
        List<QuestionResult.Line> lines = new ArrayList<>(question.lines());
        Collections.reverse(lines);
        boolean matrix = !lines.get(0).text().isEmpty();
        List<QuestionResult.Bar> options = lines.get(0).bars();
        List<Object> series = new ArrayList<>();
        if (matrix) {
            for (int i = 0; i < options.size(); i++) {
                int option = i;
                series.add(Map.of(
                        "type",
                        "bar",
                        "stack",
                        "all",
                        "name",
                        options.get(i).text(),
                        "data",
                        items(lines.stream()
                                .map(line -> line.bars().get(option))
                                .toList())));
            }
        } else {
            List<QuestionResult.Bar> upwards = new ArrayList<>(options);
            Collections.reverse(upwards);
            series.add(Map.of("type", "bar", "data", items(upwards)));
            options = upwards;
        }
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("tooltip", Map.of("trigger", "axis"));
        chart.put("grid", GRID);
        if (matrix) {
            chart.put("legend", Map.of("top", 0));
        }
        chart.put("xAxis", Map.of("type", "value", "minInterval", 1));
        chart.put(
                "yAxis",
                Map.of(
                        "type",
                        "category",
                        "data",
                        matrix
                                ? lines.stream().map(QuestionResult.Line::text).toList()
                                : options.stream().map(QuestionResult.Bar::text).toList()));
        chart.put("series", series);
        return json.writeValueAsString(chart);
    }

    private static List<Map<String, Object>> items(List<QuestionResult.Bar> bars) {
        return bars.stream()
                .map(bar -> Map.<String, Object>of("value", bar.count(), "href", bar.href()))
                .toList();
    }

    /** What a level or a class is called. */
    private String name(ResultCut cut, String level) {
        return level.isEmpty()
                ? message("survey.result." + cut + ".none")
                : cut == ResultCut.VALUE ? message("customer.value.class." + level) : level;
    }

    /** A line for each level or class of customers, and one for all of them. @param recommended whether it is about recommending, else about satisfaction */
    String trend(SurveyResult result, boolean recommended) {
        Function<SurveyResult.Step, @Nullable Object> value =
                step -> recommended ? step.nps().score() : percent(step.csat().share());
        TreeSet<YearMonth> months = new TreeSet<>();
        Map<String, Map<YearMonth, @Nullable Object>> lines = new TreeMap<>();
        result.trend().forEach(step -> {
            months.add(step.month());
            lines.computeIfAbsent(step.level(), level -> new TreeMap<>()).put(step.month(), value.apply(step));
        });
        List<Object> series = new ArrayList<>();
        Map<YearMonth, @Nullable Object> all = new TreeMap<>();
        result.months()
                .forEach(sum -> all.put(
                        sum.of(),
                        recommended ? sum.nps().score() : percent(sum.csat().share())));
        series.add(line(message("survey.result.all"), months, all, 3));
        if (lines.size() > 1) {
            lines.forEach((level, line) -> series.add(line(name(result.cut(), level), months, line, 1)));
        }
        return json.writeValueAsString(Map.of(
                "tooltip",
                Map.of("trigger", "axis"),
                "legend",
                Map.of("top", 0),
                "grid",
                GRID,
                "xAxis",
                Map.of(
                        "type",
                        "category",
                        "data",
                        months.stream().map(format::month).toList()),
                "yAxis",
                recommended
                        ? Map.of("type", "value", "min", -100, "max", 100)
                        : Map.of("type", "value", "min", 0, "max", 100),
                "series",
                series));
    }

    private static Map<String, Object> line(
            String name, TreeSet<YearMonth> months, Map<YearMonth, @Nullable Object> values, int width) {
        List<@Nullable Object> data = new ArrayList<>();
        months.forEach(month -> data.add(values.get(month)));
        return Map.of(
                "type", "line", "name", name, "connectNulls", true, "lineStyle", Map.of("width", width), "data", data);
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal share) {
        return share == null ? null : share.movePointRight(2).stripTrailingZeros();
    }

    private String message(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

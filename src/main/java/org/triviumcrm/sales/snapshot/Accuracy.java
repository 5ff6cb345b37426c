package org.triviumcrm.sales.snapshot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.sales.quota.Period;
import org.triviumcrm.shared.list.ListLink;

/**
 * What was said of a period week by week, held against what was won in it; and the same of those before it, as they began.
 *
 * @param weeks the first first
 * @param won in the period, until now if it is not over
 * @param past the latest first
 */
public record Accuracy(
        Period period,
        @Nullable TeamRef team,
        List<TeamRef> choices,
        List<Week> weeks,
        BigDecimal won,
        boolean over,
        List<Past> past,
        List<Long> teams,
        String currency) {

    /**
     * What was said in a week: won by then, with what was sure, with what might come; with all of it times its chance.
     *
     * @param submitted what people said; null when nobody did
     */
    public record Week(
            LocalDate week,
            BigDecimal won,
            BigDecimal commit,
            BigDecimal best,
            BigDecimal weighted,
            @Nullable BigDecimal submitted) {}

    /**
     * A period that is over.
     *
     * @param said as it began; null when nothing was written down then
     */
    public record Past(Period period, @Nullable Week said, BigDecimal won, String href) {

        public @Nullable BigDecimal commitError() {
            return said == null ? null : error(said.commit(), won);
        }

        public @Nullable BigDecimal weightedError() {
            return said == null ? null : error(said.weighted(), won);
        }

        public @Nullable BigDecimal submittedError() {
            return said == null || said.submitted() == null ? null : error(said.submitted(), won);
        }
    }

    /** By how many per cent more was said than came; null when nothing came. */
    static @Nullable BigDecimal error(BigDecimal said, BigDecimal won) {
        return won.signum() == 0 ? null : said.subtract(won).movePointRight(2).divide(won, 1, RoundingMode.HALF_UP);
    }

    /** The mean of how far off the weighted forecast was, whichever way; null when nothing is known. */
    public @Nullable BigDecimal meanError() {
        List<BigDecimal> errors = past.stream()
                .map(Past::weightedError)
                .filter(Objects::nonNull)
                .map(BigDecimal::abs)
                .toList();
        return errors.isEmpty()
                ? null
                : errors.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(errors.size()), 1, RoundingMode.HALF_UP);
    }

    public String href(Period other) {
        return "/sales/forecast/accuracy?period=" + other + (team == null ? "" : "&team=" + team.id());
    }

    public String wonRows() {
        return wonRows(period, teams);
    }

    static String wonRows(Period period, List<Long> teams) {
        ListLink link =
                ListLink.to("/sales/opportunities").is("state", "WON").days("closedOn", period.first(), period.last());
        return (teams.isEmpty() ? link : link.is("team", teams.toArray())).toString();
    }

    /** For ECharts: a line for each kind of forecast, and what was won across. */
    Map<String, Object> chart(Function<String, String> text, Function<LocalDate, String> name) {
        List<Map<String, Object>> series = new ArrayList<>();
        series.add(line(text.apply("weighted"), Week::weighted));
        series.add(line(text.apply("commit"), Week::commit));
        series.add(line(text.apply("best"), Week::best));
        series.add(line(text.apply("submitted"), Week::submitted));
        series.add(Map.of(
                "name",
                text.apply("won"),
                "type",
                "line",
                "areaStyle",
                Map.of("opacity", 0.15),
                "data",
                weeks.stream().map(Week::won).toList(),
                "markLine",
                Map.of(
                        "symbol",
                        "none",
                        "label",
                        Map.of("position", "insideEndTop"),
                        "data",
                        List.of(Map.of("yAxis", won)))));
        return Map.of(
                "tooltip",
                Map.of("trigger", "axis"),
                "legend",
                Map.of("bottom", 0),
                "grid",
                Map.of("left", 8, "right", 16, "top", 16, "bottom", 40, "containLabel", true),
                "xAxis",
                Map.of(
                        "type",
                        "category",
                        "data",
                        weeks.stream().map(week -> name.apply(week.week())).toList()),
                "yAxis",
                Map.of("type", "value"),
                "series",
                series);
    }

    private Map<String, Object> line(String name, Function<Week, @Nullable BigDecimal> amount) {
        List<Object> data = new ArrayList<>();
        weeks.forEach(week -> data.add(Objects.requireNonNullElse(amount.apply(week), "-")));
        return Map.of("name", name, "type", "line", "data", data);
    }
}

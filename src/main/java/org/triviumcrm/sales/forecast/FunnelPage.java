package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The funnel with its forecast.
 *
 * @param teams ids the filter stands for; empty: all in reach
 * @param now the present month
 * @param targets from this month on; null for months without one
 * @param quota where they are set
 */
public record FunnelPage(
        FunnelFilter filter,
        Collection<Long> teams,
        List<MeasuredStage> stages,
        FunnelForecast forecast,
        List<@Nullable BigDecimal> targets,
        String quota,
        String currency,
        YearMonth now) {

    static final int AHEAD = 6;

    /** How many months are looked ahead. */
    public int ahead() {
        return AHEAD;
    }

    public List<BigDecimal> byMonth() {
        return forecast.byMonth(AHEAD);
    }

    public YearMonth month(int ahead) {
        return now.plusMonths(ahead);
    }

    public List<MonthGap> gaps() {
        return forecast.gaps(targets);
    }

    /** What each stage must hold for the usual target, by the id of the stage; empty without any target. */
    public Map<Long, StageNeed> needs() {
        BigDecimal usual = usual();
        return usual == null
                ? Map.of()
                : forecast.needs(usual).stream()
                        .collect(Collectors.toMap(need -> need.stage().id(), Function.identity()));
    }

    /** Those that hold less. */
    public List<StageNeed> shortStages() {
        Map<Long, StageNeed> needs = needs();
        return stages.stream()
                .map(stage -> needs.get(stage.id()))
                .filter(need ->
                        need != null && need.missing() != null && need.missing().signum() > 0)
                .toList();
    }

    public boolean isHeld() {
        return targets.stream().anyMatch(Objects::nonNull);
    }

    /** The mean of the targets; null without any. */
    public @Nullable BigDecimal usual() {
        List<BigDecimal> known = targets.stream().filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? null
                : known.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(known.size()), MathContext.DECIMAL128);
    }

    public BigDecimal weighted() {
        return stages.stream().map(MeasuredStage::weighted).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public String href(MeasuredStage stage) {
        return filter.rows(stage.id(), teams.toArray()).toString();
    }

    /** For ECharts: amounts, or numbers as long as no opportunity has an amount. */
    public Map<String, Object> funnelChart() {
        boolean amounts = stages.stream().anyMatch(stage -> stage.amount().signum() != 0);
        List<Map<String, Object>> data = stages.stream()
                .map(stage -> Map.<String, Object>of(
                        "name",
                        stage.name(),
                        "value",
                        amounts ? stage.amount() : BigDecimal.valueOf(stage.count()),
                        "href",
                        href(stage)))
                .toList();
        return Map.of(
                "tooltip",
                Map.of("trigger", "item"),
                "series",
                List.of(Map.of(
                        "type", "funnel", "sort", "none", "left", "5%", "width", "70%", "gap", 2, "data", data)));
    }

    /** @param names of the months */
    public Map<String, Object> monthChart(List<String> names) {
        List<Map<String, Object>> series = new ArrayList<>();
        series.add(Map.of("type", "bar", "data", byMonth()));
        if (isHeld()) {
            List<Object> line = new ArrayList<>();
            targets.forEach(target -> line.add(Objects.requireNonNullElse(target, "-")));
            series.add(Map.of("type", "line", "step", "middle", "symbol", "none", "data", line));
        }
        return Map.of(
                "tooltip",
                Map.of("trigger", "axis"),
                "grid",
                Map.of("left", 8, "right", 16, "top", 16, "bottom", 8, "containLabel", true),
                "xAxis",
                Map.of("type", "category", "data", names),
                "yAxis",
                Map.of("type", "value"),
                "series",
                series);
    }
}

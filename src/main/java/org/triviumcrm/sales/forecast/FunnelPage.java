package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The funnel with its forecast.
 *
 * @param teams ids the filter stands for; empty: all in reach
 * @param now the present month
 * @param target null when none is set
 */
public record FunnelPage(
        FunnelFilter filter,
        Collection<Long> teams,
        List<MeasuredStage> stages,
        FunnelForecast forecast,
        @Nullable BigDecimal target,
        String currency,
        YearMonth now) {

    private static final int AHEAD = 6;

    public List<BigDecimal> byMonth() {
        return forecast.byMonth(AHEAD);
    }

    public YearMonth month(int ahead) {
        return now.plusMonths(ahead);
    }

    public List<MonthGap> gaps() {
        return target == null ? List.of() : forecast.gaps(target, AHEAD);
    }

    public List<StageNeed> needs() {
        return target == null
                ? List.of()
                : forecast.needs(target).stream()
                        .filter(need -> need.missing() != null && need.missing().signum() > 0)
                        .toList();
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
        Map<String, Object> bars = Map.of("type", "bar", "data", byMonth());
        Map<String, Object> withTarget = target == null
                ? bars
                : Map.of(
                        "type",
                        "bar",
                        "data",
                        byMonth(),
                        "markLine",
                        Map.of("symbol", "none", "data", List.of(Map.of("yAxis", target))));
        return Map.of(
                "tooltip",
                Map.of("trigger", "axis"),
                "grid",
                Map.of("left", 8, "right", 48, "top", 16, "bottom", 8, "containLabel", true),
                "xAxis",
                Map.of("type", "category", "data", names),
                "yAxis",
                Map.of("type", "value"),
                "series",
                List.of(withTarget));
    }
}

package org.triviumcrm.sales.outlook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.sales.outlook.OutlookRepository.Overdue;
import org.triviumcrm.sales.pipeline.ForecastCategory;
import org.triviumcrm.sales.quota.Period;
import org.triviumcrm.shared.list.ListLink;

/**
 * What is expected in a period, by whose it is, and month by month.
 *
 * @param team the one looked at; null for all in reach
 * @param total of all rows
 * @param overdue null for a period that is over
 */
public record Outlook(
        Period period,
        @Nullable TeamRef team,
        List<TeamRef> choices,
        List<OutlookRow> rows,
        OutlookRow total,
        List<Month> months,
        @Nullable Overdue overdue,
        String currency,
        LocalDate today) {

    /** A month of the chart. */
    public record Month(YearMonth month, Expected expected) {}

    public String href(Period other) {
        return OutlookFilter.href(other, team == null ? null : team.id());
    }

    public String overdueRows() {
        ListLink link = ListLink.to("/sales/opportunities")
                .is("state", "OPEN")
                .is("forecast", ForecastCategory.COMMIT, ForecastCategory.BEST_CASE, ForecastCategory.PIPELINE)
                .days("expectedClose", null, YearMonth.from(today).atDay(1).minusDays(1));
        return (total.teams().isEmpty() ? link : link.is("team", total.teams().toArray())).toString();
    }

    /** For ECharts: stacked bars, each leading to its rows. */
    Map<String, Object> chart(Function<String, String> text, Function<YearMonth, String> name) {
        List<Map<String, Object>> series = new ArrayList<>();
        series.add(bar(text.apply("won"), month -> month.expected().won(), null));
        series.add(bar(text.apply("COMMIT"), month -> month.expected().commit(), "COMMIT"));
        series.add(bar(text.apply("BEST_CASE"), month -> month.expected().bestCase(), "BEST_CASE"));
        series.add(bar(text.apply("PIPELINE"), month -> month.expected().pipeline(), "PIPELINE"));
        series.add(Map.of(
                "name",
                text.apply("weighted"),
                "type",
                "line",
                "data",
                months.stream().map(month -> month.expected().weighted()).toList()));
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
                        months.stream().map(month -> name.apply(month.month())).toList()),
                "yAxis",
                Map.of("type", "value"),
                "series",
                series);
    }

    private Map<String, Object> bar(String name, Function<Month, BigDecimal> amount, @Nullable String category) {
        List<Map<String, Object>> data = months.stream()
                .map(month -> Map.<String, Object>of(
                        "value",
                        amount.apply(month),
                        "href",
                        category == null
                                ? total.wonRows(Period.month(month.month()))
                                : total.rows(Period.month(month.month()), category)))
                .toList();
        return Map.of("name", name, "type", "bar", "stack", "all", "data", data);
    }
}

package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.sales.forecast.ForecastError.Pair;
import org.triviumcrm.shared.list.ListLink;

/**
 * What the funnel said of months that are over, held against what was won in them. It is reckoned as the funnel's page reckons, from
 * nothing but what was known as the month began that it was said in: what lay in which stage then, and how stays had ended in the
 * months before. The order of stages, and what is set by hand, are those of today.
 *
 * @param teams ids the filter stands for; empty: all in reach
 * @param months the first first
 */
public record FunnelPast(FunnelFilter filter, Collection<Long> teams, List<Month> months, String currency) {

    /** How many months are looked back at. */
    static final int MONTHS = 12;

    /** Said as the month itself began, and up to so many months before. */
    static final int LEADS = 4;

    /**
     * A month that is over.
     *
     * @param said as it began, one month before, two months before …; null where the history does not reach back
     */
    public record Month(YearMonth month, List<@Nullable BigDecimal> said, BigDecimal won) {

        /** By how many per cent more was said than came; null when nothing came, or nothing was said. */
        public @Nullable BigDecimal error(int lead) {
            return pair(lead).map(Pair::percent).orElse(null);
        }

        Optional<Pair> pair(int lead) {
            return Optional.ofNullable(said.get(lead)).map(amount -> new Pair(amount, won));
        }
    }

    public List<Integer> leads() {
        return IntStream.range(0, LEADS).boxed().toList();
    }

    public ForecastError error(int lead) {
        return ForecastError.of(
                months.stream().flatMap(month -> month.pair(lead).stream()).toList());
    }

    /** How long before the funnel is the nearest to what comes: the lead with the least {@link ForecastError#mape}; null when none has one. */
    public @Nullable Integer nearest() {
        return leads().stream()
                .filter(lead -> error(lead).mape() != null)
                .min(Comparator.comparing(
                        lead -> Objects.requireNonNull(error(lead).mape())))
                .orElse(null);
    }

    /** Nothing was said and nothing came. */
    public boolean isEmpty() {
        return months.stream()
                .allMatch(month -> month.won().signum() == 0
                        && month.said().stream().allMatch(said -> said == null || said.signum() == 0));
    }

    public String wonRows(Month month) {
        ListLink link = ListLink.to("/sales/opportunities")
                .is("state", "WON")
                .days("closedOn", month.month().atDay(1), month.month().atEndOfMonth());
        Long pipeline = filter.pipeline();
        ListLink ofPipeline = pipeline == null ? link : link.is("pipeline", pipeline);
        return (teams.isEmpty() ? ofPipeline : ofPipeline.is("team", teams.toArray())).toString();
    }

    /** What was said of a month so long before, stage by stage. */
    public String saidRows(Month month, int lead) {
        return href(filter, "/sales/funnel/accuracy/rows")
                .queryParam("month", month.month().minusMonths(lead).atDay(1))
                .queryParam("ahead", lead)
                .toUriString();
    }

    public String funnel() {
        return filter.href();
    }

    static UriComponentsBuilder href(FunnelFilter filter, String path) {
        return UriComponentsBuilder.fromUriString(filter.href()).replacePath(path);
    }

    /**
     * For ECharts: what was won as bars, what was said as a line for each lead.
     *
     * @param lead names a line
     */
    Map<String, Object> chart(String won, IntFunction<String> lead, Function<YearMonth, String> name) {
        List<Map<String, Object>> series = new ArrayList<>();
        series.add(Map.of(
                "name",
                won,
                "type",
                "bar",
                "data",
                months.stream()
                        .map(month -> Map.of("value", month.won(), "href", wonRows(month)))
                        .toList()));
        for (int one : leads()) {
            List<Object> data = new ArrayList<>();
            months.forEach(
                    month -> data.add(Objects.requireNonNullElse(month.said().get(one), "-")));
            series.add(Map.of("name", lead.apply(one), "type", "line", "data", data));
        }
        return Map.of(
                "tooltip",
                Map.of("trigger", "axis"),
                "legend",
                Map.of("bottom", 0, "type", "scroll"),
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
}

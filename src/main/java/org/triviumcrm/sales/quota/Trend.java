package org.triviumcrm.sales.quota;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the months to come will bring if they go on as those before.
 *
 * @param months by month; empty when too little is known
 * @param seasonal whether the time of the year counts
 * @param error by how many per cent the last months were missed, by who knew only those before; null when that can not be tried
 */
public record Trend(
        Map<YearMonth, BigDecimal> months,
        boolean seasonal,
        @Nullable BigDecimal error) {

    /** Months of the past that are looked at. */
    static final int PAST = 60;

    /**
     * @param attained of the months that are over
     * @param present the first month that is not
     * @param until the last month that is asked for
     */
    static Trend of(Map<YearMonth, BigDecimal> attained, YearMonth present, YearMonth until) {
        int ahead = (until.getYear() - present.getYear()) * 12 + until.getMonthValue() - present.getMonthValue() + 1;
        YearMonth first = attained.entrySet().stream()
                .filter(entry -> entry.getValue().signum() != 0)
                .map(Map.Entry::getKey)
                .min(YearMonth::compareTo)
                .orElse(present);
        double[] past = IntStream.iterate(0, at -> first.plusMonths(at).isBefore(present), at -> at + 1)
                .mapToDouble(at -> attained.getOrDefault(first.plusMonths(at), BigDecimal.ZERO)
                        .doubleValue())
                .toArray();
        Map<YearMonth, BigDecimal> months = new TreeMap<>();
        if (ahead > 0) {
            TrendModel.next(past, ahead)
                    .ifPresent(found -> IntStream.range(0, ahead)
                            .forEach(at -> months.put(
                                    present.plusMonths(at),
                                    BigDecimal.valueOf(found[at]).setScale(0, RoundingMode.HALF_UP))));
        }
        return new Trend(
                months,
                TrendModel.isSeasonal(past.length),
                TrendModel.error(past)
                        .map(error -> BigDecimal.valueOf(error * 100).setScale(0, RoundingMode.HALF_UP))
                        .orElse(null));
    }

    public boolean isKnown() {
        return !months.isEmpty();
    }

    /** What a year comes to: what was attained of months that are over, less than nothing as well, and the trend of the others. */
    BigDecimal whole(List<QuotaCell> cells) {
        return cells.stream()
                .map(cell -> {
                    BigDecimal expected = months.get(cell.period().start());
                    return expected == null ? cell.attained() : cell.attained().max(expected);
                })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

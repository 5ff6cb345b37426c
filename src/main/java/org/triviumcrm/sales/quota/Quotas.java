package org.triviumcrm.sales.quota;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be reached by one: as it was said for years, quarters and months, and as those make each other up. */
public record Quotas(Map<Period, BigDecimal> said) {

    public static final Quotas NONE = new Quotas(Map.of());

    public Quotas {
        said = Map.copyOf(said);
    }

    /** What was said of a period itself; null when nothing was. */
    public @Nullable BigDecimal said(Period period) {
        return said.get(period);
    }

    /** What its parts make up: of a year its quarters, of a quarter its months; null unless all of them are known. */
    public @Nullable BigDecimal parts(Period period) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Period part : period.parts()) {
            BigDecimal amount = of(part);
            if (amount == null) {
                return null;
            }
            sum = sum.add(amount);
        }
        return period.months() == 1 ? null : sum;
    }

    /** What counts: what was said, else what the parts make up; null when neither is known. */
    public @Nullable BigDecimal of(Period period) {
        BigDecimal own = said(period);
        return own == null ? parts(period) : own;
    }

    /** By how much the parts are more than what was said; null when they agree, or one is not known. */
    public @Nullable BigDecimal difference(Period period) {
        BigDecimal own = said(period);
        BigDecimal sum = parts(period);
        return own == null || sum == null || own.compareTo(sum) == 0 ? null : sum.subtract(own);
    }

    /** The year, its quarters and its months. */
    static Stream<Period> all(int year) {
        YearMonth first = YearMonth.of(year, 1);
        return Stream.of(
                        Stream.of(Period.year(year)),
                        IntStream.range(0, 4).mapToObj(at -> new Period(first.plusMonths(at * 3L), 3)),
                        IntStream.range(0, 12).mapToObj(at -> Period.month(first.plusMonths(at))))
                .flatMap(periods -> periods);
    }
}

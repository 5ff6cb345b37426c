package org.triviumcrm.insight.people;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some days, both ends included. */
public record Span(LocalDate from, LocalDate to) {

    private static final int QUARTER = 3;
    private static final int YEAR = 12;

    static Span months(YearMonth first, int count) {
        return new Span(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
    }

    static Span monthOf(LocalDate day) {
        return months(YearMonth.from(day), 1);
    }

    static Span quarterOf(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return months(month.minusMonths((month.getMonthValue() - 1) % QUARTER), QUARTER);
    }

    static Span yearOf(LocalDate day) {
        return months(YearMonth.of(day.getYear(), 1), YEAR);
    }

    /** How many months it is made of; 0 when it begins or ends within one. */
    int wholeMonths() {
        return from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth()) && !to.isBefore(from)
                ? (int) ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1
                : 0;
    }

    /** The same length before it: as many months, or as many days. */
    public Span before() {
        int months = wholeMonths();
        return months > 0
                ? months(YearMonth.from(from).minusMonths(months), months)
                : new Span(from.minusDays(ChronoUnit.DAYS.between(from, to) + 1), from.minusDays(1));
    }

    /** The same length after it. */
    public Span after() {
        int months = wholeMonths();
        return months > 0
                ? months(YearMonth.from(to).plusMonths(1), months)
                : new Span(to.plusDays(1), to.plusDays(ChronoUnit.DAYS.between(from, to) + 1));
    }

    /** The whole months in it, of which totals are kept; null when there are none. */
    @Nullable
    Span inMonths() {
        YearMonth first = from.getDayOfMonth() == 1
                ? YearMonth.from(from)
                : YearMonth.from(from).plusMonths(1);
        YearMonth last = to.equals(YearMonth.from(to).atEndOfMonth())
                ? YearMonth.from(to)
                : YearMonth.from(to).minusMonths(1);
        return first.isAfter(last) ? null : new Span(first.atDay(1), last.atEndOfMonth());
    }

    /** What {@link #inMonths} leaves over: the days before and those after, either may be none. */
    List<Span> atTheEdges() {
        Span whole = inMonths();
        return whole == null
                ? List.of(this, new Span(to.plusDays(1), to))
                : List.of(
                        new Span(from, whole.from().minusDays(1)),
                        new Span(whole.to().plusDays(1), to));
    }
}

package org.triviumcrm.shared.list;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Spans of days that move with today, so that a bookmarked filter stays true. Weeks begin on Monday. */
public enum RelativeDates {
    TODAY(day -> day, day -> day),
    YESTERDAY(day -> day.minusDays(1), day -> day.minusDays(1)),
    LAST_7_DAYS(day -> day.minusDays(6), day -> day),
    LAST_30_DAYS(day -> day.minusDays(29), day -> day),
    LAST_90_DAYS(day -> day.minusDays(89), day -> day),
    LAST_12_MONTHS(day -> day.minusMonths(12).plusDays(1), day -> day),
    NEXT_7_DAYS(day -> day, day -> day.plusDays(6)),
    NEXT_30_DAYS(day -> day, day -> day.plusDays(29)),
    NEXT_90_DAYS(day -> day, day -> day.plusDays(89)),
    THIS_WEEK(RelativeDates::monday, day -> monday(day).plusDays(6)),
    LAST_WEEK(day -> monday(day).minusDays(7), day -> monday(day).minusDays(1)),
    THIS_MONTH(RelativeDates::month, day -> month(day).plusMonths(1).minusDays(1)),
    LAST_MONTH(day -> month(day).minusMonths(1), day -> month(day).minusDays(1)),
    NEXT_MONTH(day -> month(day).plusMonths(1), day -> month(day).plusMonths(2).minusDays(1)),
    THIS_QUARTER(RelativeDates::quarter, day -> quarter(day).plusMonths(3).minusDays(1)),
    LAST_QUARTER(day -> quarter(day).minusMonths(3), day -> quarter(day).minusDays(1)),
    NEXT_QUARTER(
            day -> quarter(day).plusMonths(3), day -> quarter(day).plusMonths(6).minusDays(1)),
    THIS_YEAR(day -> day.withDayOfYear(1), day -> day.with(TemporalAdjusters.lastDayOfYear())),
    LAST_YEAR(
            day -> day.minusYears(1).withDayOfYear(1),
            day -> day.minusYears(1).with(TemporalAdjusters.lastDayOfYear()));

    private final UnaryOperator<LocalDate> first;
    private final UnaryOperator<LocalDate> last;

    RelativeDates(UnaryOperator<LocalDate> first, UnaryOperator<LocalDate> last) {
        this.first = first;
        this.last = last;
    }

    /** As it stands in an address: {@code last-30-days}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Both days belong to it. */
    LocalDate first(LocalDate today) {
        return first.apply(today);
    }

    LocalDate last(LocalDate today) {
        return last.apply(today);
    }

    static Optional<RelativeDates> of(String token) {
        return Arrays.stream(values())
                .filter(span -> span.token().equals(token))
                .findFirst();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate month(LocalDate day) {
        return day.withDayOfMonth(1);
    }

    private static LocalDate quarter(LocalDate day) {
        return month(day).minus((day.getMonthValue() - 1) % 3, ChronoUnit.MONTHS);
    }
}

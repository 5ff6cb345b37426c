package org.triviumcrm.marketing.calendar;

import java.time.LocalDate;
import java.time.YearMonth;

/** How much of a calendar is looked at. */
public enum CalendarSpan {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    CalendarSpan(int months) {
        this.months = months;
    }

    /** The first day of the one that a day is in. */
    LocalDate first(LocalDate day) {
        int month = (day.getMonthValue() - 1) / months * months + 1;
        return YearMonth.of(day.getYear(), month).atDay(1);
    }

    LocalDate last(LocalDate day) {
        return first(day).plusMonths(months).minusDays(1);
    }

    /** The first day of the one that comes so many later; earlier for a negative number. */
    LocalDate away(LocalDate day, int number) {
        return first(day).plusMonths((long) months * number);
    }
}

package org.triviumcrm.calendar.view;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How much of a calendar is looked at. */
public enum CalendarSpan {
    MONTH("m"),
    WEEK("w"),
    DAY("d"),
    AGENDA("a");

    private static final int AGENDA_DAYS = 30;
    private static final int WEEK_DAYS = 7;

    private final String key;

    CalendarSpan(String key) {
        this.key = key;
    }

    /** The key that leads to it. */
    public String key() {
        return key;
    }

    /** The first day of the one that a day is in. */
    LocalDate first(LocalDate day) {
        return switch (this) {
            case MONTH -> day.withDayOfMonth(1);
            case WEEK -> monday(day);
            case DAY, AGENDA -> day;
        };
    }

    LocalDate last(LocalDate day) {
        return away(day, 1).minusDays(1);
    }

    /** The first day of the one that comes so many later; earlier for a negative number. */
    LocalDate away(LocalDate day, int number) {
        LocalDate first = first(day);
        return switch (this) {
            case MONTH -> first.plusMonths(number);
            case WEEK -> first.plusWeeks(number);
            case DAY -> first.plusDays(number);
            case AGENDA -> first.plusDays((long) AGENDA_DAYS * number);
        };
    }

    /** The first day that is drawn: a month shows whole weeks. */
    LocalDate firstDrawn(LocalDate day) {
        return this == MONTH ? monday(first(day)) : first(day);
    }

    LocalDate lastDrawn(LocalDate day) {
        return this == MONTH ? monday(last(day)).plusDays(WEEK_DAYS - 1L) : last(day);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}

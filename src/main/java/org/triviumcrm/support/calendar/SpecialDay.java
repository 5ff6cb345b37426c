package org.triviumcrm.support.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which other hours count than those of their weekday.
 *
 * @param to the last of them, less than a year after the first
 * @param yearly whether it comes again every year, on the same dates; the 29 February only in years that have one
 * @param like the weekday whose hours count: days worked in exchange for others; null for holidays
 */
public record SpecialDay(
        String name,
        LocalDate from,
        LocalDate to,
        boolean yearly,
        @Nullable DayOfWeek like) {

    public SpecialDay {
        if (!isPossible(from, to)) {
            throw new IllegalArgumentException("No days: " + from + " to " + to);
        }
    }

    /** Whether these can be the first and the last of them: in order, and less than a year apart. */
    public static boolean isPossible(LocalDate from, LocalDate to) {
        return !to.isBefore(from) && to.isBefore(from.plusYears(1));
    }

    /** One day on which nobody works. */
    public static SpecialDay holiday(String name, LocalDate day) {
        return new SpecialDay(name, day, day, false, null);
    }
}

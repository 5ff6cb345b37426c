package org.triviumcrm.support.care;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** On which days something is due for a customer. Nothing but the plan, the line and the customer decides it. */
final class CareDays {

    /** The golden ratio in 64 bits: multiples of it are spread evenly, whatever step ids are counted by. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private CareDays() {}

    /**
     * The days within a range, in their order.
     *
     * @param anniversary of what is thought of each year, or the last day of a contract; without one there is no day
     * @param from the first day that is asked for
     * @param until the last
     */
    static List<LocalDate> of(
            CareLine line,
            LocalDate startsOn,
            LocalDate endsOn,
            long customerId,
            @Nullable LocalDate anniversary,
            LocalDate from,
            LocalDate until) {
        LocalDate first = from.isBefore(startsOn) ? startsOn : from;
        LocalDate last = until.isAfter(endsOn) ? endsOn : until;
        Integer months = line.getMonths();
        Integer month = line.getMonth();
        Integer day = line.getDay();
        return switch (line.getRhythm()) {
            case EVERY -> months == null ? List.of() : every(months, startsOn, customerId, first, last);
            case YEARLY ->
                month == null || day == null ? List.of() : yearly(MonthDay.of(month, day), first, last, first);
            case BIRTHDAY -> anniversary == null ? List.of() : yearly(MonthDay.from(anniversary), first, last, first);
            case ANNIVERSARY, CONTRACT_SIGNED ->
                anniversary == null
                        ? List.of()
                        : yearly(MonthDay.from(anniversary), first, last, anniversary.plusDays(1));
            case CONTRACT_END ->
                anniversary == null || anniversary.isBefore(first) || anniversary.isAfter(last)
                        ? List.of()
                        : List.of(anniversary);
        };
    }

    /** One day in each period of so many months, about the same share of it from its beginning. */
    private static List<LocalDate> every(
            int months, LocalDate startsOn, long customerId, LocalDate first, LocalDate last) {
        List<LocalDate> days = new ArrayList<>();
        for (int period = 0; !startsOn.plusMonths((long) period * months).isAfter(last); period++) {
            LocalDate begins = startsOn.plusMonths((long) period * months);
            LocalDate next = startsOn.plusMonths((long) (period + 1) * months);
            LocalDate on = begins.plusDays(place(customerId, ChronoUnit.DAYS.between(begins, next)));
            if (!on.isBefore(first) && !on.isAfter(last)) {
                days.add(on);
            }
        }
        return days;
    }

    /** From 0 on, less than the number of days. */
    private static long place(long customerId, long days) {
        return ((customerId * GOLDEN) >>> 33) * days >>> 31;
    }

    private static List<LocalDate> yearly(MonthDay day, LocalDate first, LocalDate last, LocalDate notBefore) {
        List<LocalDate> days = new ArrayList<>();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            LocalDate on = day.atYear(year);
            if (!on.isBefore(first) && !on.isAfter(last) && !on.isBefore(notBefore)) {
                days.add(on);
            }
        }
        return days;
    }

    /** Whether there is such a day in some year. */
    static boolean isDay(int month, int day) {
        return day <= YearMonth.of(2000, month).lengthOfMonth();
    }
}

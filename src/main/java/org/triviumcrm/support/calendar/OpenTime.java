package org.triviumcrm.support.calendar;

import java.time.LocalTime;

/**
 * Hours of a day in which people work.
 *
 * @param from second of the day, on the clock on the wall
 * @param to the second at which they end; 86,400 is the end of the day
 */
public record OpenTime(int from, int to) implements Comparable<OpenTime> {

    static final int DAY = 86_400;

    public OpenTime {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException("No time of a day: " + from + " to " + to);
        }
    }

    /** From a time on; midnight as its end is that of the day. */
    public static OpenTime of(LocalTime from, LocalTime to) {
        return new OpenTime(from.toSecondOfDay(), to.equals(LocalTime.MIDNIGHT) ? DAY : to.toSecondOfDay());
    }

    /** As typed: {@code 09:00-12:00}. */
    @Override
    public String toString() {
        return clock(from) + "-" + clock(to);
    }

    private static String clock(int second) {
        return "%02d:%02d".formatted(second / 3600, second / 60 % 60);
    }

    int seconds() {
        return to - from;
    }

    /** How much of it lies between two seconds of its day. */
    int within(int start, int end) {
        return Math.max(0, Math.min(to, end) - Math.max(from, start));
    }

    @Override
    public int compareTo(OpenTime other) {
        return from - other.from;
    }
}

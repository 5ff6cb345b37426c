package org.triviumcrm.calendar.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The part of an entry that lies on one day, by the clock on the wall.
 *
 * @param from minutes from midnight
 * @param to minutes from midnight, at least as many later as can be read
 * @param before whether it began the day before
 * @param after whether it goes on the day after
 * @param lane which of those side by side
 * @param lanes how many are side by side
 */
public record DaySegment(CalendarEntry entry, int from, int to, boolean before, boolean after, int lane, int lanes) {

    static final int DAY = 24 * 60;
    static final int SHORTEST = 30;
    private static final int HOUR = 60;

    /** Not yet side by side with others. */
    static DaySegment of(CalendarEntry entry, LocalDate day, ZoneId zone) {
        boolean before = entry.firstDay(zone).isBefore(day);
        boolean after = entry.lastDay(zone).isAfter(day);
        int from = before ? 0 : minute(entry.at(), zone);
        int to = after || endsAtMidnight(entry, day, zone) ? DAY : minute(entry.end(), zone);
        // the hour that comes twice in autumn may end before it began
        int readable = Math.min(DAY, Math.max(to, from + SHORTEST));
        return new DaySegment(entry, Math.min(from, DAY - SHORTEST), readable, before, after, 0, 1);
    }

    private static boolean endsAtMidnight(CalendarEntry entry, LocalDate day, ZoneId zone) {
        ZonedDateTime end = entry.end().atZone(zone);
        return end.toLocalDate().isAfter(day);
    }

    private static int minute(Instant at, ZoneId zone) {
        LocalTime time = LocalTime.ofInstant(at, zone);
        return time.getHour() * HOUR + time.getMinute();
    }

    public int hour() {
        return from / HOUR;
    }

    /** Hundredths of an hour into its hour. */
    public int offset() {
        return from % HOUR * 100 / HOUR;
    }

    /** Hundredths of an hour. */
    public int length() {
        return (to - from) * 100 / HOUR;
    }

    boolean overlaps(DaySegment other) {
        return from < other.to && other.from < to;
    }

    DaySegment in(int place, int places) {
        return new DaySegment(entry, from, to, before, after, place, places);
    }
}

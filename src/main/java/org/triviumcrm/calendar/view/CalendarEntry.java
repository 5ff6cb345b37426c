package org.triviumcrm.calendar.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A meeting, call or task as a calendar shows it.
 *
 * @param firstDay of whole days, whatever the time zone; null for what has a time
 * @param customer its name; null where the viewer does not see it
 */
public record CalendarEntry(
        long id,
        EntryKind kind,
        String aboutType,
        long aboutId,
        String subject,
        Instant at,
        @Nullable Instant endsAt,
        @Nullable Integer minutes,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String place,
        boolean planned,
        @Nullable Instant doneAt,
        long ownerId,
        String owner,
        @Nullable String customer) {

    private static final Duration DAY = Duration.ofDays(1);

    /** The record it is about, written {@code opportunity:42}. */
    public String about() {
        return aboutType + ":" + aboutId;
    }

    public boolean isTask() {
        return kind == EntryKind.TASK;
    }

    /** Whether it has still to be done, or to take place. */
    public boolean isOpen() {
        return (isTask() || planned) && doneAt == null;
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && end().isBefore(now);
    }

    /** A task has no length. */
    public Instant end() {
        if (endsAt != null) {
            return endsAt;
        }
        return minutes == null ? at : at.plus(Duration.ofMinutes(minutes));
    }

    /** Whether it stands above the hours: whole days, and what takes a day or more. */
    public boolean isAboveTheHours() {
        return firstDay != null || Duration.between(at, end()).compareTo(DAY) >= 0;
    }

    public LocalDate firstDay(ZoneId zone) {
        return firstDay == null ? LocalDate.ofInstant(at, zone) : firstDay;
    }

    /** One that ends at midnight is over with the day before. */
    public LocalDate lastDay(ZoneId zone) {
        if (lastDay != null) {
            return lastDay;
        }
        Instant end = end();
        return LocalDate.ofInstant(end.isAfter(at) ? end.minusNanos(1) : at, zone);
    }

    public boolean isOn(LocalDate day, ZoneId zone) {
        return !day.isBefore(firstDay(zone)) && !day.isAfter(lastDay(zone));
    }
}

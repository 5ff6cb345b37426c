package org.triviumcrm.support.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The hours of each date as the clock on the wall shows them, without any time zone. Where several special days fall on one
 * date, one that is worked counts before one that is not (whoever names a day on which people work means it), and then that of
 * one year before one of every year.
 */
final class WorkDays {

    /** Has every date that a year can have. */
    private static final int LEAP_YEAR = 2000;

    private final Map<DayOfWeek, List<OpenTime>> week = new EnumMap<>(DayOfWeek.class);
    private final long weekSeconds;
    private final NavigableMap<LocalDate, List<OpenTime>> once = new TreeMap<>();
    private final Map<MonthDay, List<OpenTime>> yearly = new HashMap<>();

    WorkDays(Map<DayOfWeek, List<OpenTime>> week, Collection<SpecialDay> specialDays) {
        for (DayOfWeek day : DayOfWeek.values()) {
            this.week.put(day, inOrder(week.getOrDefault(day, List.of())));
        }
        this.weekSeconds = this.week.values().stream().mapToLong(WorkDays::sum).sum();
        specialDays.forEach(this::note);
    }

    private static List<OpenTime> inOrder(List<OpenTime> times) {
        List<OpenTime> sorted = times.stream().sorted().toList();
        for (int at = 1; at < sorted.size(); at++) {
            if (sorted.get(at).from() < sorted.get(at - 1).to()) {
                throw new IllegalArgumentException("Hours overlap: " + sorted);
            }
        }
        return sorted;
    }

    private void note(SpecialDay special) {
        List<OpenTime> hours = special.like() == null ? List.of() : hours(special.like());
        if (!special.yearly()) {
            for (LocalDate day = special.from(); !day.isAfter(special.to()); day = day.plusDays(1)) {
                once.merge(day, hours, WorkDays::worked);
            }
            return;
        }
        MonthDay last = MonthDay.from(special.to());
        LocalDate day = MonthDay.from(special.from()).atYear(LEAP_YEAR);
        while (!MonthDay.from(day).equals(last)) {
            yearly.merge(MonthDay.from(day), hours, WorkDays::worked);
            day = day.plusDays(1).withYear(LEAP_YEAR);
        }
        yearly.merge(last, hours, WorkDays::worked);
    }

    private static List<OpenTime> worked(List<OpenTime> one, List<OpenTime> other) {
        return one.isEmpty() ? other : one;
    }

    /** Whether nobody ever works: special days have the hours of weekdays, so a week without any is enough. */
    boolean isNeverOpen() {
        return weekSeconds == 0;
    }

    /** The hours of a date, in order. */
    List<OpenTime> on(LocalDate date) {
        List<OpenTime> one = once.get(date);
        List<OpenTime> every = yearly.isEmpty() ? null : yearly.get(MonthDay.from(date));
        if (one != null) {
            return every == null ? one : worked(one, every);
        }
        return every == null ? hours(date.getDayOfWeek()) : every;
    }

    private List<OpenTime> hours(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    private static long sum(List<OpenTime> times) {
        return times.stream().mapToLong(OpenTime::seconds).sum();
    }

    /** Seconds of business time between two times on the wall. */
    long seconds(LocalDateTime from, LocalDateTime to) {
        LocalDate first = from.toLocalDate();
        LocalDate last = to.toLocalDate();
        int start = from.toLocalTime().toSecondOfDay();
        int end = to.toLocalTime().toSecondOfDay();
        if (first.equals(last)) {
            return part(first, start, end);
        }
        return part(first, start, OpenTime.DAY) + wholeDays(first.plusDays(1), last) + part(last, 0, end);
    }

    private long part(LocalDate date, int start, int end) {
        return on(date).stream().mapToLong(time -> time.within(start, end)).sum();
    }

    /** Full weeks by multiplication; then what special days make of it. */
    private long wholeDays(LocalDate from, LocalDate before) {
        long days = ChronoUnit.DAYS.between(from, before);
        long seconds = days / 7 * weekSeconds;
        for (LocalDate day = before.minusDays(days % 7); day.isBefore(before); day = day.plusDays(1)) {
            seconds += sum(hours(day.getDayOfWeek()));
        }
        for (LocalDate day : specialDays(from, before)) {
            seconds += sum(on(day)) - sum(hours(day.getDayOfWeek()));
        }
        return seconds;
    }

    private Set<LocalDate> specialDays(LocalDate from, LocalDate before) {
        if (!from.isBefore(before)) {
            return Set.of();
        }
        Set<LocalDate> days = new HashSet<>(once.subMap(from, before).keySet());
        for (int year = from.getYear(); !yearly.isEmpty() && year <= before.getYear(); year++) {
            for (MonthDay each : yearly.keySet()) {
                LocalDate day = each.atYear(year);
                if (each.isValidYear(year) && !day.isBefore(from) && day.isBefore(before)) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    /** The first time on the wall by which some seconds of business time have passed; they have to be within these two. */
    LocalDateTime after(LocalDateTime from, long seconds, LocalDateTime to) {
        LocalDateTime reached = from;
        long left = seconds;
        for (int weeks = 52; weeks >= 1; weeks /= 4) {
            LocalDateTime next = reached.plusWeeks(weeks);
            while (!next.isAfter(to)) {
                long passed = seconds(reached, next);
                if (passed >= left) {
                    break;
                }
                left -= passed;
                reached = next;
                next = reached.plusWeeks(weeks);
            }
        }
        LocalDate day = reached.toLocalDate();
        int start = reached.toLocalTime().toSecondOfDay();
        while (true) {
            for (OpenTime time : on(day)) {
                int open = time.within(start, OpenTime.DAY);
                if (open >= left) {
                    return day.atStartOfDay().plusSeconds(Math.max(start, time.from()) + left);
                }
                left -= open;
            }
            day = day.plusDays(1);
            start = 0;
        }
    }

    /** The stretches of business time between two times on the wall, in order; more than some are left out. */
    List<Stretch> stretches(LocalDateTime from, LocalDateTime to, int atMost) {
        List<Stretch> found = new ArrayList<>();
        LocalDate day = from.toLocalDate();
        while (!day.isAfter(to.toLocalDate()) && found.size() < atMost) {
            for (OpenTime time : on(day)) {
                LocalDateTime start = later(from, day.atStartOfDay().plusSeconds(time.from()));
                LocalDateTime end = earlier(to, day.atStartOfDay().plusSeconds(time.to()));
                if (start.isBefore(end)) {
                    found.add(new Stretch(start, end));
                }
            }
            day = day.plusDays(1);
        }
        return found;
    }

    /** Business time on the wall. */
    record Stretch(LocalDateTime from, LocalDateTime to) {}

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}

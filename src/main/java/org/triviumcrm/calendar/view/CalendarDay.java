package org.triviumcrm.calendar.view;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is on one day.
 *
 * @param all in the order of their time, whole days first
 * @param above those that stand above the hours
 * @param timed the others, with their places side by side
 */
public record CalendarDay(LocalDate date, List<CalendarEntry> all, List<CalendarEntry> above, List<DaySegment> timed) {

    /** @param entries the earliest first */
    static List<CalendarDay> of(LocalDate first, LocalDate last, List<CalendarEntry> entries, ZoneId zone) {
        return first.datesUntil(last.plusDays(1))
                .map(day -> day(day, entries, zone))
                .toList();
    }

    private static CalendarDay day(LocalDate day, List<CalendarEntry> entries, ZoneId zone) {
        List<CalendarEntry> on =
                entries.stream().filter(entry -> entry.isOn(day, zone)).toList();
        List<CalendarEntry> above =
                on.stream().filter(CalendarEntry::isAboveTheHours).toList();
        List<DaySegment> timed = on.stream()
                .filter(entry -> !entry.isAboveTheHours())
                .map(entry -> DaySegment.of(entry, day, zone))
                .sorted(Comparator.comparingInt(DaySegment::from)
                        .thenComparing(DaySegment::to, Comparator.reverseOrder()))
                .toList();
        List<CalendarEntry> all = new ArrayList<>(above);
        timed.forEach(segment -> all.add(segment.entry()));
        return new CalendarDay(day, List.copyOf(all), above, sideBySide(timed));
    }

    /** Groups of those that touch each other share the width of the day. */
    static List<DaySegment> sideBySide(List<DaySegment> sorted) {
        List<DaySegment> placed = new ArrayList<>();
        List<DaySegment> group = new ArrayList<>();
        int end = 0;
        for (DaySegment segment : sorted) {
            if (segment.from() >= end) {
                placed.addAll(spread(group));
                group.clear();
            }
            group.add(segment);
            end = Math.max(end, segment.to());
        }
        placed.addAll(spread(group));
        return List.copyOf(placed);
    }

    private static List<DaySegment> spread(List<DaySegment> group) {
        List<Integer> free = new ArrayList<>();
        List<Integer> lanes = new ArrayList<>();
        for (DaySegment segment : group) {
            int lane = 0;
            while (lane < free.size() && free.get(lane) > segment.from()) {
                lane++;
            }
            if (lane == free.size()) {
                free.add(segment.to());
            } else {
                free.set(lane, segment.to());
            }
            lanes.add(lane);
        }
        List<DaySegment> spread = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            spread.add(group.get(i).in(lanes.get(i), free.size()));
        }
        return spread;
    }

    /** Those that begin in an hour, or go on from the day before. */
    public List<DaySegment> at(int hour) {
        return timed.stream().filter(segment -> segment.hour() == hour).collect(Collectors.toList());
    }

    /** The first few. */
    public List<CalendarEntry> few(int number) {
        return all.size() <= number ? all : all.subList(0, number - 1);
    }

    /** How many are left out by {@link #few}. */
    public int more(int number) {
        return all.size() - few(number).size();
    }
}

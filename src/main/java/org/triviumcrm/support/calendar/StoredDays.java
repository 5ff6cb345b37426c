package org.triviumcrm.support.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Special days as a calendar keeps them: a line each, {@code 2026-10-01 2026-10-07 once closed National Day}. */
final class StoredDays {

    private static final String YEARLY = "yearly";
    private static final String CLOSED = "closed";

    private StoredDays() {}

    static String write(List<SpecialDay> days) {
        return days.stream()
                .sorted(Comparator.comparing(SpecialDay::from).thenComparing(SpecialDay::name))
                .map(day -> String.join(
                        " ",
                        day.from().toString(),
                        day.to().toString(),
                        day.yearly() ? YEARLY : "once",
                        day.like() == null ? CLOSED : day.like().name(),
                        day.name().strip().replaceAll("\\s+", " ")))
                .collect(Collectors.joining("\n"));
    }

    static List<SpecialDay> read(String stored) {
        return stored.lines().map(StoredDays::line).toList();
    }

    private static SpecialDay line(String line) {
        String[] parts = line.split(" ", 5);
        return new SpecialDay(
                parts[4],
                LocalDate.parse(parts[0]),
                LocalDate.parse(parts[1]),
                parts[2].equals(YEARLY),
                parts[3].equals(CLOSED) ? null : DayOfWeek.valueOf(parts[3]));
    }
}

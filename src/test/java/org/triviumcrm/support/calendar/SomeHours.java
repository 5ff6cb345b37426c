package org.triviumcrm.support.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Calendars as they come, for properties. */
public final class SomeHours {

    /** Fixed, with either direction of change, at midnight, by half an hour, past midnight, and none at all. */
    private static final List<String> ZONES = List.of(
            "UTC",
            "Asia/Shanghai",
            "America/New_York",
            "Europe/Berlin",
            "Australia/Lord_Howe",
            "America/Sao_Paulo",
            "America/St_Johns",
            "Pacific/Apia",
            "Asia/Kathmandu");

    private SomeHours() {}

    public static BusinessHours of(Random random) {
        return new BusinessHours(zone(random), week(random), specialDays(random));
    }

    static ZoneId zone(Random random) {
        return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }

    /** Up to four times a day, at whole minutes. */
    static Map<DayOfWeek, List<OpenTime>> week(Random random) {
        Map<DayOfWeek, List<OpenTime>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            int[] edges = random.ints(2L * random.nextInt(5), 0, 1441)
                    .sorted()
                    .distinct()
                    .toArray();
            List<OpenTime> times = new ArrayList<>();
            for (int at = 0; at + 1 < edges.length; at += 2) {
                times.add(new OpenTime(edges[at] * 60, edges[at + 1] * 60));
            }
            week.put(day, times);
        }
        return week;
    }

    static List<SpecialDay> specialDays(Random random) {
        List<SpecialDay> days = new ArrayList<>();
        for (int left = random.nextInt(6); left > 0; left--) {
            LocalDate from = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(400));
            LocalDate to = from.plusDays(random.nextInt(4));
            DayOfWeek like = random.nextBoolean() ? null : DayOfWeek.of(1 + random.nextInt(7));
            days.add(new SpecialDay("Day " + left, from, to, random.nextBoolean(), like));
        }
        return days;
    }

    /** Within the years in which the zones above change as said. */
    public static Instant instant(Random random) {
        return Instant.parse("2010-01-01T00:00:00Z").plusSeconds(random.nextInt(500 * 86_400));
    }
}

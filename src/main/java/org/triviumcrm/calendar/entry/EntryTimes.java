package org.triviumcrm.calendar.entry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.calendar.view.EntryKind;
import org.triviumcrm.customer.Appointments;
import org.triviumcrm.customer.Appointments.Plan;

/** Between what is typed by the clock on the wall and the time that is kept. */
final class EntryTimes {

    private static final Duration MEETING = Duration.ofHours(1);
    private static final Duration CALL = Duration.ofMinutes(30);

    private EntryTimes() {}

    /**
     * @param kind of one that is there already; what is typed does not change it
     * @throws EntryRefusal when it ends before it begins, or takes too long
     */
    static Plan plan(PlanEntry typed, EntryKind kind, ZoneId zone) {
        Instant start = typed.start().atZone(zone).toInstant();
        if (kind == EntryKind.TASK) {
            return Plan.task(typed.subject(), typed.body(), start);
        }
        LocalDateTime end = typed.end();
        if (typed.isWhole()) {
            LocalDate first = typed.start().toLocalDate();
            LocalDate last = end == null ? first : end.toLocalDate();
            refuse(last.isBefore(first), "calendar.error.end");
            refuse(ChronoUnit.DAYS.between(first, last) >= Appointments.LONGEST_DAYS, "calendar.error.tooLong");
            return plan(typed, kind, midnight(first, zone), midnight(last.plusDays(1), zone), first, last);
        }
        Duration usual = kind == EntryKind.CALL ? CALL : MEETING;
        Instant until = end == null ? start.plus(usual) : end.atZone(zone).toInstant();
        refuse(until.isBefore(start), "calendar.error.end");
        refuse(
                Duration.between(start, until).compareTo(Duration.ofDays(Appointments.LONGEST_DAYS)) > 0,
                "calendar.error.tooLong");
        return plan(typed, kind, start, until, null, null);
    }

    static PlanEntry typed(Plan plan, int version, ZoneId zone) {
        LocalDate first = plan.firstDay();
        LocalDate last = plan.lastDay();
        boolean whole = first != null && last != null;
        Instant end = plan.end();
        return new PlanEntry(
                EntryKind.valueOf(plan.kind()),
                plan.subject(),
                null,
                first == null ? minute(plan.start(), zone) : first.atStartOfDay(),
                last == null ? (end == null ? null : minute(end, zone)) : last.atStartOfDay(),
                whole,
                plan.place(),
                plan.people(),
                plan.contacts(),
                plan.body(),
                null,
                null,
                version);
    }

    /** The same time of day on another day, unless another one is said; whole days stay whole days. */
    static Instant moved(Plan plan, LocalDate on, @Nullable LocalTime at, ZoneId zone) {
        if (plan.firstDay() != null) {
            return midnight(on, zone);
        }
        return on.atTime(at == null ? LocalTime.ofInstant(plan.start(), zone) : at)
                .atZone(zone)
                .toInstant();
    }

    private static Plan plan(
            PlanEntry typed,
            EntryKind kind,
            Instant start,
            Instant end,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {
        return new Plan(
                kind.name(),
                typed.subject(),
                typed.body(),
                start,
                end,
                first,
                last,
                typed.place(),
                typed.colleagues(),
                typed.guests());
    }

    private static void refuse(boolean wrong, String key) {
        if (wrong) {
            throw new EntryRefusal("end", key);
        }
    }

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static LocalDateTime minute(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES);
    }
}

package org.triviumcrm.support.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Time that passes while a company works. An instant is business time when the clock on the wall shows one of the hours of its
 * day: an hour that the clock skips in spring is never worked, one that it shows twice in autumn is worked twice.
 *
 * <p>Time is reckoned in whole seconds: parts of a second of the instants given do not count.
 */
public final class BusinessHours {

    /** What is not reached by then is said never to be. */
    private static final long HORIZON_DAYS = 100 * 366L;

    /** Around the clock, every day. */
    public static final BusinessHours ALWAYS = always();

    private final ZoneId zone;
    private final WorkDays days;

    /**
     * @param week hours by weekday; those of one day must not overlap
     * @param specialDays holidays, and days worked in exchange
     */
    public BusinessHours(ZoneId zone, Map<DayOfWeek, List<OpenTime>> week, Collection<SpecialDay> specialDays) {
        this.zone = zone;
        this.days = new WorkDays(week, specialDays);
    }

    private static BusinessHours always() {
        Map<DayOfWeek, List<OpenTime>> week = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(new OpenTime(0, OpenTime.DAY)));
        }
        return new BusinessHours(ZoneOffset.UTC, week, List.of());
    }

    public ZoneId zone() {
        return zone;
    }

    /** Whether there is no hour in the week at all, so that time never passes. */
    public boolean isNeverOpen() {
        return days.isNeverOpen();
    }

    public boolean isOpen(Instant at) {
        return seconds(at, at.plusSeconds(1)) > 0;
    }

    /** Seconds of business time from one instant to another; 0 when the other is not later. */
    public long seconds(Instant from, Instant to) {
        if (!whole(from).isBefore(whole(to)) || isNeverOpen()) {
            return 0;
        }
        long[] sum = {0};
        walk(whole(from), whole(to), part -> {
            sum[0] += days.seconds(part.from(), part.to());
            return Optional.empty();
        });
        return sum[0];
    }

    /**
     * The first instant by which so much business time has passed: just when the company closes, not when it opens again. None
     * when that is never, or not within a hundred years.
     *
     * @param seconds 0 gives the instant itself
     */
    public Optional<Instant> after(Instant from, long seconds) {
        Instant start = whole(from);
        if (seconds <= 0) {
            return Optional.of(start);
        }
        if (isNeverOpen()) {
            return Optional.empty();
        }
        long[] left = {seconds};
        return walk(start, start.plus(HORIZON_DAYS, ChronoUnit.DAYS), part -> {
            long within = days.seconds(part.from(), part.to());
            if (within < left[0]) {
                left[0] -= within;
                return Optional.empty();
            }
            return Optional.of(part.instant(days.after(part.from(), left[0], part.to())));
        });
    }

    /** When the company works next: now, when it does. None when it never does, or not within a hundred years. */
    public Optional<Instant> nextOpening(Instant from) {
        return after(from, 1).map(second -> second.minusSeconds(1));
    }

    /** The business time from one instant to another as it lies in the days, in order; more stretches than some are left out. */
    public List<OpenSpan> spans(Instant from, Instant to, int atMost) {
        if (!whole(from).isBefore(whole(to))) {
            return List.of();
        }
        List<OpenSpan> spans = new ArrayList<>();
        walk(whole(from), whole(to), part -> {
            for (WorkDays.Stretch stretch : days.stretches(part.from(), part.to(), atMost - spans.size())) {
                add(spans, new OpenSpan(part.instant(stretch.from()), part.instant(stretch.to())));
            }
            return Optional.empty();
        });
        return Collections.unmodifiableList(spans);
    }

    /** Midnight, and the clock being put forward or back, don't interrupt work. */
    private static void add(List<OpenSpan> spans, OpenSpan next) {
        int last = spans.size() - 1;
        if (last >= 0 && spans.get(last).to().equals(next.from())) {
            spans.set(last, new OpenSpan(spans.get(last).from(), next.to()));
        } else {
            spans.add(next);
        }
    }

    /** Time during which the clock on the wall runs evenly. */
    private record Part(LocalDateTime from, LocalDateTime to, ZoneOffset offset) {

        Instant instant(LocalDateTime wall) {
            return wall.toInstant(offset);
        }
    }

    /** Goes through the parts between two instants until there is an answer. */
    private Optional<Instant> walk(Instant from, Instant to, Function<Part, Optional<Instant>> step) {
        Instant at = from;
        while (at.isBefore(to)) {
            ZoneOffsetTransition change = zone.getRules().nextTransition(at);
            Instant end = change == null || change.getInstant().isAfter(to) ? to : change.getInstant();
            ZoneOffset offset = zone.getRules().getOffset(at);
            Optional<Instant> found = step.apply(
                    new Part(LocalDateTime.ofInstant(at, offset), LocalDateTime.ofInstant(end, offset), offset));
            if (found.isPresent()) {
                return found;
            }
            at = end;
        }
        return Optional.empty();
    }

    private static Instant whole(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}

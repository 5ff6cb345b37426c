package org.triviumcrm.support.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of business time whatever the calendar and the zone. */
class BusinessHoursPropertyTests {

    @Property(tries = 1000)
    void itAddsUpAndNeverRunsBackwards(@ForAll long seed) {
        Random random = new Random(seed);
        BusinessHours hours = SomeHours.of(random);
        List<Instant> order = random.ints(3, 0, 4000 * 86_400)
                .sorted()
                .mapToObj(second -> Instant.parse("2009-06-01T00:00:00Z").plusSeconds(second))
                .toList();
        long whole = hours.seconds(order.get(0), order.get(2));
        assertThat(hours.seconds(order.get(0), order.get(1)) + hours.seconds(order.get(1), order.get(2)))
                .isEqualTo(whole);
        assertThat(whole)
                .isBetween(0L, Duration.between(order.get(0), order.get(2)).toSeconds());
        assertThat(hours.seconds(order.get(2), order.get(0))).isZero();
    }

    @Property(tries = 1000)
    void whenItIsOverAndHowMuchHasPassedAreInverse(@ForAll long seed) {
        Random random = new Random(seed);
        BusinessHours hours = SomeHours.of(random);
        Instant from = SomeHours.instant(random);
        long seconds = 1 + random.nextInt(random.nextBoolean() ? 30_000 : 9_000_000);
        Optional<Instant> after = hours.after(from, seconds);
        if (after.isEmpty()) {
            assertThat(hours.seconds(from, from.plus(Duration.ofDays(36_000)))).isLessThan(seconds);
            return;
        }
        assertThat(hours.seconds(from, after.get())).isEqualTo(seconds);
        assertThat(hours.seconds(from, after.get().minusSeconds(1))).isEqualTo(seconds - 1);
        Instant later = from.plusSeconds(random.nextInt(3_000_000));
        assertThat(hours.after(later, seconds).orElseThrow()).isAfterOrEqualTo(after.get());
        assertThat(hours.after(from, seconds + 60).orElse(Instant.MAX)).isAfter(after.get());
    }

    @Property(tries = 1000)
    void theStretchesAreWhatIsCounted(@ForAll long seed) {
        Random random = new Random(seed);
        BusinessHours hours = SomeHours.of(random);
        Instant from = SomeHours.instant(random);
        Instant to = from.plusSeconds(random.nextInt(20 * 86_400));
        Instant last = from;
        long sum = 0;
        for (OpenSpan span : hours.spans(from, to, Integer.MAX_VALUE)) {
            assertThat(span.seconds()).isPositive();
            assertThat(span.from()).isAfterOrEqualTo(last);
            assertThat(hours.isOpen(span.from())).isTrue();
            assertThat(hours.isOpen(span.to().minusSeconds(1))).isTrue();
            last = span.to();
            sum += span.seconds();
        }
        assertThat(last).isBeforeOrEqualTo(to);
        assertThat(sum).isEqualTo(hours.seconds(from, to));
        assertThat(hours.nextOpening(from).filter(next -> next.isBefore(to)))
                .isEqualTo(hours.spans(from, to, 1).stream().map(OpenSpan::from).findFirst());
    }

    /** Against the definition itself: minute by minute, whether the clock on the wall shows one of the hours of its day. */
    @Property(tries = 300)
    void itIsWhatTheClockOnTheWallSays(@ForAll long seed) {
        Random random = new Random(seed);
        ZoneId zone = SomeHours.zone(random);
        Map<DayOfWeek, List<OpenTime>> week = SomeHours.week(random);
        List<SpecialDay> special = SomeHours.specialDays(random);
        BusinessHours hours = new BusinessHours(zone, week, special);
        // half of them around a change of the clocks
        Instant middle = SomeHours.instant(random).truncatedTo(ChronoUnit.MINUTES);
        var change = zone.getRules().nextTransition(middle);
        if (change != null && random.nextBoolean()) {
            middle = change.getInstant().plusSeconds(60L * random.nextInt(600));
        }
        Instant from = middle.minusSeconds(60L * random.nextInt(2000));
        Instant to = middle.plusSeconds(60L * random.nextInt(2000));
        long expected = 0;
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
            expected += isOpen(LocalDateTime.ofInstant(at, zone), week, special) ? 60 : 0;
        }
        assertThat(hours.seconds(from, to)).isEqualTo(expected);
    }

    private static boolean isOpen(LocalDateTime wall, Map<DayOfWeek, List<OpenTime>> week, List<SpecialDay> special) {
        List<SpecialDay> there = special.stream()
                .filter(day -> covers(day, wall.toLocalDate()))
                .sorted(Comparator.comparing(SpecialDay::yearly))
                .toList();
        List<OpenTime> hours = there.isEmpty()
                ? week.get(wall.getDayOfWeek())
                : there.stream()
                        .map(day -> day.like() == null ? List.<OpenTime>of() : week.get(day.like()))
                        .filter(times -> !times.isEmpty())
                        .findFirst()
                        .orElse(List.of());
        int second = wall.toLocalTime().toSecondOfDay();
        return hours.stream().anyMatch(time -> time.from() <= second && second < time.to());
    }

    private static boolean covers(SpecialDay day, LocalDate date) {
        if (!day.yearly()) {
            return !date.isBefore(day.from()) && !date.isAfter(day.to());
        }
        MonthDay first = MonthDay.from(day.from());
        MonthDay last = MonthDay.from(day.to());
        MonthDay asked = MonthDay.from(date);
        boolean afterFirst = !asked.isBefore(first);
        boolean beforeLast = !asked.isAfter(last);
        return first.isAfter(last) ? afterFirst || beforeLast : afterFirst && beforeLast;
    }

    /** The same hours in another zone are the same time, shifted. */
    @Property(tries = 500)
    void zonesWithoutChangesOnlyShiftIt(@ForAll long seed) {
        Random random = new Random(seed);
        Map<DayOfWeek, List<OpenTime>> week = SomeHours.week(random);
        List<SpecialDay> special = SomeHours.specialDays(random);
        Instant from = SomeHours.instant(random);
        long seconds = random.nextInt(500_000);
        Optional<Instant> inUtc = new BusinessHours(ZoneId.of("UTC"), week, special).after(from, seconds);
        Optional<Instant> inIndia =
                new BusinessHours(ZoneId.of("+05:30"), week, special).after(from.minusSeconds(19_800), seconds);
        assertThat(inIndia.map(at -> at.plusSeconds(19_800))).isEqualTo(inUtc);
    }
}

package org.triviumcrm.support.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.calendar.BusinessHours;
import org.triviumcrm.support.calendar.SomeHours;
import org.triviumcrm.support.sla.PromiseReading.Stretch;
import org.triviumcrm.support.sla.SlaEvent.Kind;

/** What holds of the clock of promises whatever happens to a ticket. */
class SlaClockPropertyTests {

    @Property(tries = 1000)
    void itNeverRunsBackwards(@ForAll long seed) {
        Random random = new Random(seed);
        Some some = new Some(random);
        Instant earlier = some.start.plusSeconds(random.nextInt(900_000));
        Instant later = earlier.plusSeconds(random.nextInt(400_000));
        Map<PromiseKind, PromiseReading> before = some.read(earlier);
        Map<PromiseKind, PromiseReading> after = some.read(later);
        for (PromiseKind kind : PromiseKind.values()) {
            PromiseReading one = before.get(kind);
            PromiseReading other = after.get(kind);
            if (Objects.equals(one.startedAt(), other.startedAt())) {
                assertThat(other.used()).isGreaterThanOrEqualTo(one.used());
                if (one.state() == PromiseState.BROKEN) {
                    assertThat(other.state()).isEqualTo(PromiseState.BROKEN);
                    assertThat(other.brokenAt()).isEqualTo(one.brokenAt());
                }
            }
            assertThat(other.broken()).isGreaterThanOrEqualTo(one.broken());
        }
    }

    /** How events of one instant come makes no difference, nor does the order in which they are given at all. */
    @Property(tries = 1000)
    void theOrderMakesNoDifference(@ForAll long seed) {
        Random random = new Random(seed);
        Some some = new Some(random);
        Instant now = some.start.plusSeconds(random.nextInt(1_200_000));
        Map<PromiseKind, PromiseReading> straight = some.read(now);
        Collections.shuffle(some.events, random);
        assertThat(some.read(now)).isEqualTo(straight);
        some.events.addAll(new ArrayList<>(some.events));
        assertThat(some.read(now)).isEqualTo(straight);
    }

    /** Letting a ticket wait for a while takes exactly that time from its resolution and adds it to when that is due. */
    @Property(tries = 1000)
    void aPauseAddsExactlyThePausedTime(@ForAll long seed) {
        Random random = new Random(seed);
        BusinessHours hours = SomeHours.of(random);
        Instant opened = SomeHours.instant(random);
        Instant paused = opened.plusSeconds(random.nextInt(200_000));
        Instant resumed = paused.plusSeconds(random.nextInt(200_000));
        Instant now = resumed.plusSeconds(random.nextInt(200_000));
        long target = 1 + random.nextInt(400_000);
        SlaTargets targets = new SlaTargets(target, target, target, random.nextBoolean(), 80);
        List<SlaEvent> without = List.of(new SlaEvent(opened, Kind.OPENED));
        List<SlaEvent> with = List.of(
                new SlaEvent(opened, Kind.OPENED),
                new SlaEvent(paused, Kind.WAITING),
                new SlaEvent(resumed, Kind.COUNTING));
        PromiseReading one = SlaClock.read(targets, hours, without, now).get(PromiseKind.RESOLUTION);
        PromiseReading other = SlaClock.read(targets, hours, with, now).get(PromiseKind.RESOLUTION);
        long standing = paused.equals(resumed) ? 0 : hours.seconds(paused, resumed);
        assertThat(one.used() - other.used()).isEqualTo(standing);
        if (one.dueAt() != null && other.dueAt() != null && other.dueAt().isAfter(resumed)) {
            assertThat(hours.seconds(opened, other.dueAt())).isEqualTo(target + standing);
        }
        PromiseReading first = SlaClock.read(targets, hours, with, now).get(PromiseKind.FIRST_RESPONSE);
        assertThat(first.used()).isEqualTo(targets.responsesPause() ? other.used() : one.used());
    }

    /** The stretches are all the time there was, and what is counted in them is what is used. */
    @Property(tries = 1000)
    void itsAccountIsComplete(@ForAll long seed) {
        Random random = new Random(seed);
        Some some = new Some(random);
        Instant now = some.start.plusSeconds(random.nextInt(1_200_000));
        for (PromiseReading reading : some.read(now).values()) {
            Instant last = reading.startedAt();
            long used = 0;
            for (Stretch stretch : reading.stretches()) {
                assertThat(stretch.from()).isEqualTo(last);
                last = stretch.to();
                used += stretch.seconds();
            }
            assertThat(used).isEqualTo(reading.used());
            assertThat(last).isEqualTo(end(reading, now));
            assertThat(reading.state() == PromiseState.IDLE).isEqualTo(reading.startedAt() == null);
        }
    }

    private static @Nullable Instant end(PromiseReading reading, Instant now) {
        return reading.startedAt() == null ? null : reading.settledAt() == null ? now : reading.settledAt();
    }

    /** Looking at the second before it is due it runs, and the second after it is broken, unless something happens before. */
    @Property(tries = 1000)
    void itBreaksWhenItSaysItWill(@ForAll long seed) {
        Random random = new Random(seed);
        Some some = new Some(random);
        Instant now = some.start.plusSeconds(random.nextInt(1_200_000));
        List<SlaEvent> past = new ArrayList<>(some.events);
        past.removeIf(event -> event.at().isAfter(now));
        for (PromiseReading reading :
                SlaClock.read(some.targets, some.hours, past, now).values()) {
            Instant due = reading.dueAt();
            if (reading.state() == PromiseState.RUNNING && due != null) {
                assertThat(state(some, past, reading.kind(), due)).isEqualTo(PromiseState.RUNNING);
                assertThat(state(some, past, reading.kind(), due.plusSeconds(1)))
                        .isEqualTo(PromiseState.BROKEN);
                assertThat(some.hours.seconds(now, due)).isEqualTo(reading.left());
            }
        }
    }

    private static PromiseState state(Some some, List<SlaEvent> events, PromiseKind kind, Instant now) {
        return SlaClock.read(some.targets, some.hours, events, now).get(kind).state();
    }

    /** A ticket to which anything happens, much of it at the same instant. */
    private static final class Some {

        private final Instant start;
        private final BusinessHours hours;
        private final SlaTargets targets;
        private final List<SlaEvent> events = new ArrayList<>();

        Some(Random random) {
            start = SomeHours.instant(random);
            hours = random.nextInt(4) == 0 ? BusinessHours.ALWAYS : SomeHours.of(random);
            targets = new SlaTargets(
                    target(random), target(random), target(random), random.nextBoolean(), 1 + random.nextInt(99));
            events.add(new SlaEvent(start, Kind.OPENED));
            Instant at = start;
            for (int left = random.nextInt(14); left > 0; left--) {
                at = at.plusSeconds(random.nextInt(3) == 0 ? 0 : random.nextInt(120_000));
                events.add(new SlaEvent(at, Kind.values()[random.nextInt(Kind.values().length - (left > 2 ? 1 : 0))]));
            }
        }

        private static @Nullable Long target(Random random) {
            return random.nextInt(6) == 0 ? null : 60L * (1 + random.nextInt(4000));
        }

        Map<PromiseKind, PromiseReading> read(Instant now) {
            return SlaClock.read(targets, hours, events, now);
        }
    }
}

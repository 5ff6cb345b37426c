package org.triviumcrm.calendar.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An entry stands on its days and at its hours, by the clock on the wall. */
class CalendarDayTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);

    @ParameterizedTest
    @CsvSource({
        // starts, minutes, first day, its part, last day, its part
        "2026-06-10T23:30, 20, 2026-06-10, 1410-1440, 2026-06-10, 1410-1440",
        "2026-06-10T23:30, 60, 2026-06-10, 1410-1440, 2026-06-11, 0-30",
        "2026-06-10T22:00, 120, 2026-06-10, 1320-1440, 2026-06-10, 1320-1440",
        "2026-06-10T09:00, 45, 2026-06-10, 540-585, 2026-06-10, 540-585",
        // the night that lacks an hour: from one to four by the clock
        "2026-03-29T01:00, 120, 2026-03-29, 60-240, 2026-03-29, 60-240",
        // the night in which two to three comes twice
        "2026-10-25T01:30, 120, 2026-10-25, 90-150, 2026-10-25, 90-150",
        "2026-10-24T23:30, 240, 2026-10-24, 1410-1440, 2026-10-25, 0-150"
    })
    void standsOnItsDays(
            LocalDateTime start, int minutes, LocalDate first, String firstPart, LocalDate last, String lastPart) {
        CalendarEntry entry = timed(1, start.atZone(BERLIN).toInstant(), minutes);
        List<CalendarDay> days = CalendarDay.of(first.minusDays(2), last.plusDays(2), List.of(entry), BERLIN);
        assertThat(days.stream().filter(day -> !day.all().isEmpty()).map(CalendarDay::date))
                .containsExactlyElementsOf(first.datesUntil(last.plusDays(1)).toList());
        assertThat(part(days.get(2))).isEqualTo(firstPart);
        assertThat(part(days.get(days.size() - 3))).isEqualTo(lastPart);
    }

    @Test
    void wholeDaysAreTheSameEverywhere() {
        LocalDate first = LocalDate.of(2026, 12, 31);
        Instant midnight = first.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
        CalendarEntry fair = new CalendarEntry(
                1,
                EntryKind.MEETING,
                "customer",
                1,
                "Fair",
                midnight,
                midnight.plus(Duration.ofDays(3)),
                null,
                first,
                first.plusDays(2),
                null,
                true,
                null,
                1,
                "Ann",
                null);
        for (String zone : List.of("Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati")) {
            List<CalendarDay> days =
                    CalendarDay.of(first.minusDays(1), first.plusDays(3), List.of(fair), ZoneId.of(zone));
            assertThat(days.stream().map(day -> day.above().size())).as(zone).containsExactly(0, 1, 1, 1, 0);
        }
    }

    @Test
    void whatTakesADayOrMoreStandsAboveTheHours() {
        CalendarEntry journey = timed(1, Instant.parse("2026-06-10T10:00:00Z"), 60 * 24);
        CalendarDay day = CalendarDay.of(LocalDate.of(2026, 6, 11), LocalDate.of(2026, 6, 11), List.of(journey), BERLIN)
                .get(0);
        assertThat(day.above()).containsExactly(journey);
        assertThat(day.timed()).isEmpty();
    }

    /** Whatever the zone and the night: on as many days as its ends say, each part within its day, none lost. */
    @Property
    void eachDayHasItsPart(
            @ForAll @IntRange(max = 60 * 24 * 4) int offset,
            @ForAll @IntRange(max = 60 * 24 - 1) int minutes,
            @ForAll boolean spring,
            @ForAll @IntRange(max = 3) int zoneNumber) {
        ZoneId zone = List.of(BERLIN, ZoneId.of("UTC"), ZoneId.of("Asia/Shanghai"), ZoneId.of("America/Santiago"))
                .get(zoneNumber);
        LocalDate first = (spring ? SPRING : AUTUMN).minusDays(3);
        Instant start = first.plusDays(1).atStartOfDay(BERLIN).toInstant().plus(Duration.ofMinutes(offset));
        CalendarEntry entry = timed(1, start, minutes);
        List<CalendarDay> days = CalendarDay.of(first, first.plusDays(8), List.of(entry), zone);
        List<DaySegment> parts =
                days.stream().flatMap(day -> day.timed().stream()).toList();
        assertThat(parts).hasSize((int)
                (entry.lastDay(zone).toEpochDay() - entry.firstDay(zone).toEpochDay() + 1));
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.from()).isBetween(0, DaySegment.DAY - DaySegment.SHORTEST);
            assertThat(part.to()).isBetween(part.from() + 1, DaySegment.DAY);
            assertThat(part.hour()).isBetween(0, 23);
        });
        assertThat(parts.get(0).before()).isFalse();
        assertThat(parts.get(parts.size() - 1).after()).isFalse();
    }

    /** Two that are at the same time never lie on each other, and none gets lost. */
    @Property
    void sideBySide(@ForAll @Size(max = 12) List<@IntRange(max = 1400) Integer> starts) {
        Instant midnight = SPRING.minusDays(5).atStartOfDay(BERLIN).toInstant();
        List<CalendarEntry> entries = IntStream.range(0, starts.size())
                .mapToObj(i -> timed(i, midnight.plus(Duration.ofMinutes(starts.get(i))), 15 + 37 * i))
                .toList();
        List<DaySegment> placed = CalendarDay.of(SPRING.minusDays(5), SPRING.minusDays(5), entries, BERLIN)
                .get(0)
                .timed();
        assertThat(placed).hasSameSizeAs(entries);
        for (DaySegment one : placed) {
            assertThat(one.lane()).isBetween(0, one.lanes() - 1);
            assertThat(placed.stream()
                            .filter(other -> other != one && other.overlaps(one))
                            .filter(other -> other.lane() == one.lane() || other.lanes() != one.lanes()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-11-29, 2026-11-01, 2026-11-30, 2026-10-26, 2026-12-06, 2026-12-01",
        "WEEK, 2026-11-29, 2026-11-23, 2026-11-29, 2026-11-23, 2026-11-29, 2026-11-30",
        "DAY, 2026-11-29, 2026-11-29, 2026-11-29, 2026-11-29, 2026-11-29, 2026-11-30",
        "AGENDA, 2026-11-29, 2026-11-29, 2026-12-28, 2026-11-29, 2026-12-28, 2026-12-29"
    })
    void aSpanHasItsDays(
            CalendarSpan span,
            LocalDate on,
            LocalDate first,
            LocalDate last,
            LocalDate drawn,
            LocalDate until,
            LocalDate next) {
        assertThat(span.first(on)).isEqualTo(first);
        assertThat(span.last(on)).isEqualTo(last);
        assertThat(span.firstDrawn(on)).isEqualTo(drawn);
        assertThat(span.lastDrawn(on)).isEqualTo(until);
        assertThat(span.away(on, 1)).isEqualTo(next);
        assertThat(span.away(next, -1)).isEqualTo(first);
    }

    private static String part(CalendarDay day) {
        DaySegment segment = day.timed().get(0);
        return segment.from() + "-" + segment.to();
    }

    private static CalendarEntry timed(long id, Instant at, int minutes) {
        return new CalendarEntry(
                id,
                EntryKind.MEETING,
                "customer",
                1,
                "Visit",
                at,
                at.plus(Duration.ofMinutes(minutes)),
                null,
                null,
                null,
                null,
                true,
                null,
                1,
                "Ann",
                null);
    }
}

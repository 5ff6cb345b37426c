package org.triviumcrm.support.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Business time by examples; what holds for all calendars is in {@link BusinessHoursPropertyTests}. */
class BusinessHoursTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Monday to Friday with a lunch break. */
    private static final Map<DayOfWeek, List<OpenTime>> OFFICE = weekdays("09:00-12:00", "13:30-18:00");

    @Test
    void theLunchBreakDoesNotCount() {
        BusinessHours hours = new BusinessHours(SHANGHAI, OFFICE, List.of());
        assertThat(hours.seconds(at(SHANGHAI, "2026-11-25T11:00"), at(SHANGHAI, "2026-11-25T14:00")))
                .isEqualTo(90 * 60);
        assertThat(hours.after(at(SHANGHAI, "2026-11-25T12:30"), 3600)).contains(at(SHANGHAI, "2026-11-25T14:30"));
        assertThat(hours.after(at(SHANGHAI, "2026-11-25T11:00"), 3600)).contains(at(SHANGHAI, "2026-11-25T12:00"));
        assertThat(hours.after(at(SHANGHAI, "2026-11-25T11:00"), 3601)).contains(at(SHANGHAI, "2026-11-25T13:30:01"));
        assertThat(hours.isOpen(at(SHANGHAI, "2026-11-25T12:00"))).isFalse();
        assertThat(hours.isOpen(at(SHANGHAI, "2026-11-25T11:59:59"))).isTrue();
    }

    @Test
    void nightsAndWeekendsDoNotCount() {
        BusinessHours hours = new BusinessHours(SHANGHAI, OFFICE, List.of());
        assertThat(hours.after(at(SHANGHAI, "2026-11-27T17:00"), 2 * 3600)).contains(at(SHANGHAI, "2026-11-30T10:00"));
        assertThat(hours.nextOpening(at(SHANGHAI, "2026-11-27T18:00"))).contains(at(SHANGHAI, "2026-11-30T09:00"));
        assertThat(hours.nextOpening(at(SHANGHAI, "2026-11-27T10:00"))).contains(at(SHANGHAI, "2026-11-27T10:00"));
        assertThat(hours.seconds(at(SHANGHAI, "2026-11-27T18:00"), at(SHANGHAI, "2026-11-30T09:00")))
                .isZero();
    }

    @Test
    void holidaysAreNotWorkedAndTheSaturdayInExchangeIs() {
        BusinessHours hours = new BusinessHours(
                SHANGHAI,
                OFFICE,
                List.of(
                        new SpecialDay("国庆节", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 7), false, null),
                        new SpecialDay(
                                "调休",
                                LocalDate.of(2026, 10, 10),
                                LocalDate.of(2026, 10, 10),
                                false,
                                DayOfWeek.FRIDAY)));
        assertThat(hours.after(at(SHANGHAI, "2026-09-30T17:00"), 2 * 3600)).contains(at(SHANGHAI, "2026-10-08T10:00"));
        assertThat(hours.seconds(at(SHANGHAI, "2026-10-10T00:00"), at(SHANGHAI, "2026-10-11T00:00")))
                .isEqualTo(7 * 3600 + 1800);
        assertThat(hours.seconds(at(SHANGHAI, "2026-10-01T00:00"), at(SHANGHAI, "2026-10-12T00:00")))
                .isEqualTo(3 * (7 * 3600 + 1800));
    }

    @Test
    void yearlyHolidaysComeAgainAndMayCrossTheNewYear() {
        BusinessHours hours = new BusinessHours(
                SHANGHAI,
                OFFICE,
                List.of(new SpecialDay("Winter", LocalDate.of(2020, 12, 30), LocalDate.of(2021, 1, 2), true, null)));
        assertThat(hours.nextOpening(at(SHANGHAI, "2026-12-29T18:00"))).contains(at(SHANGHAI, "2027-01-04T09:00"));
        assertThat(hours.nextOpening(at(SHANGHAI, "2030-12-29T18:00"))).contains(at(SHANGHAI, "2031-01-03T09:00"));
    }

    @Test
    void theLastOfFebruaryIsOneDayInLeapYearsOnly() {
        BusinessHours hours = new BusinessHours(
                SHANGHAI,
                OFFICE,
                List.of(new SpecialDay("Leap", LocalDate.of(2024, 2, 29), LocalDate.of(2024, 2, 29), true, null)));
        assertThat(hours.isOpen(at(SHANGHAI, "2028-02-29T10:00"))).isFalse();
        assertThat(hours.isOpen(at(SHANGHAI, "2028-02-28T10:00"))).isTrue();
        assertThat(hours.isOpen(at(SHANGHAI, "2029-02-28T10:00"))).isTrue();
    }

    /** On 8 March 2026 New York's clocks go from 2 to 3. */
    @Test
    void anHourThatTheClockSkipsIsNotWorked() {
        BusinessHours night = new BusinessHours(NEW_YORK, everyDay("01:00-04:00"), List.of());
        assertThat(night.seconds(at(NEW_YORK, "2026-03-08T00:00"), at(NEW_YORK, "2026-03-09T00:00")))
                .isEqualTo(2 * 3600);
        assertThat(night.after(at(NEW_YORK, "2026-03-08T01:00"), 90 * 60)).contains(at(NEW_YORK, "2026-03-08T03:30"));
        BusinessHours skipped = new BusinessHours(NEW_YORK, everyDay("02:15-02:45", "03:00-04:00"), List.of());
        assertThat(skipped.seconds(at(NEW_YORK, "2026-03-08T00:00"), at(NEW_YORK, "2026-03-09T00:00")))
                .isEqualTo(3600);
    }

    /** On 1 November 2026 New York's clocks go from 2 back to 1. */
    @Test
    void anHourThatTheClockShowsTwiceIsWorkedTwice() {
        BusinessHours night = new BusinessHours(NEW_YORK, everyDay("01:00-04:00"), List.of());
        assertThat(night.seconds(at(NEW_YORK, "2026-11-01T00:00"), at(NEW_YORK, "2026-11-02T00:00")))
                .isEqualTo(4 * 3600);
        BusinessHours twice = new BusinessHours(NEW_YORK, everyDay("01:15-01:45"), List.of());
        Instant first = Instant.parse("2026-11-01T05:15:00Z");
        assertThat(twice.spans(at(NEW_YORK, "2026-11-01T00:00"), at(NEW_YORK, "2026-11-02T00:00"), 9))
                .containsExactly(
                        new OpenSpan(first, first.plusSeconds(1800)),
                        new OpenSpan(first.plusSeconds(3600), first.plusSeconds(5400)));
    }

    /** Clocks of Newfoundland went back one minute past midnight, so that a day began, ended and began again. */
    @Test
    void evenADayThatBeginsTwiceIsCountedRight() {
        ZoneId stJohns = ZoneId.of("America/St_Johns");
        BusinessHours hours = new BusinessHours(stJohns, everyDay("00:00-00:30", "23:30-24:00"), List.of());
        assertThat(hours.seconds(Instant.parse("2010-11-06T15:00:00Z"), Instant.parse("2010-11-07T15:00:00Z")))
                .isEqualTo(3600 + 60 + 1800);
    }

    @Test
    void aroundTheClockEverySecondCounts() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(BusinessHours.ALWAYS.seconds(from, from.plus(Duration.ofDays(4000))))
                .isEqualTo(4000 * 86_400L);
        assertThat(BusinessHours.ALWAYS.after(from, 7 * 86_400L + 5)).contains(from.plusSeconds(7 * 86_400L + 5));
        assertThat(BusinessHours.ALWAYS.spans(from, from.plus(Duration.ofDays(30)), 50))
                .hasSize(1);
    }

    @Test
    void withoutHoursNothingIsEverDue() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        BusinessHours none = new BusinessHours(SHANGHAI, Map.of(), List.of());
        assertThat(none.isNeverOpen()).isTrue();
        assertThat(none.after(from, 1)).isEmpty();
        assertThat(none.nextOpening(from)).isEmpty();
        assertThat(none.seconds(from, from.plus(Duration.ofDays(900)))).isZero();
        BusinessHours allHolidays = new BusinessHours(
                SHANGHAI,
                OFFICE,
                List.of(new SpecialDay("All", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), true, null)));
        assertThat(allHolidays.after(from, 1)).isEqualTo(Optional.empty());
    }

    @Test
    void whatOverlapsOrEndsBeforeItBeginsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessHours(SHANGHAI, everyDay("09:00-12:00", "11:59-18:00"), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new OpenTime(3600, 3600));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpecialDay("x", LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1), false, null));
    }

    private static Instant at(ZoneId zone, String wall) {
        return LocalDateTime.parse(wall).atZone(zone).toInstant();
    }

    static Map<DayOfWeek, List<OpenTime>> weekdays(String... times) {
        Map<DayOfWeek, List<OpenTime>> week = everyDay(times);
        week.remove(DayOfWeek.SATURDAY);
        week.remove(DayOfWeek.SUNDAY);
        return week;
    }

    static Map<DayOfWeek, List<OpenTime>> everyDay(String... times) {
        List<OpenTime> hours = Arrays.stream(times)
                .map(time -> OpenTime.of(
                        LocalTime.parse(time.substring(0, 5)),
                        time.endsWith("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(time.substring(6))))
                .toList();
        Map<DayOfWeek, List<OpenTime>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, hours);
        }
        return week;
    }
}

package org.triviumcrm.support.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.triviumcrm.support.sla.PromiseKind.FIRST_RESPONSE;
import static org.triviumcrm.support.sla.PromiseKind.NEXT_RESPONSE;
import static org.triviumcrm.support.sla.PromiseKind.RESOLUTION;
import static org.triviumcrm.support.sla.SlaEvent.Kind.ANSWERED;
import static org.triviumcrm.support.sla.SlaEvent.Kind.ASKED;
import static org.triviumcrm.support.sla.SlaEvent.Kind.COUNTING;
import static org.triviumcrm.support.sla.SlaEvent.Kind.ENDED;
import static org.triviumcrm.support.sla.SlaEvent.Kind.OPENED;
import static org.triviumcrm.support.sla.SlaEvent.Kind.SOLVED;
import static org.triviumcrm.support.sla.SlaEvent.Kind.WAITING;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.triviumcrm.support.calendar.BusinessHours;
import org.triviumcrm.support.calendar.OpenTime;
import org.triviumcrm.support.sla.PromiseReading.Stretch;

/** The clock of promises by examples, all of them on Wednesday, 25 November 2026; see also {@link SlaClockPropertyTests}. */
class SlaClockTests {

    private static final long HOUR = 3600;

    /** First answer within four hours, each further one within one, solved within eight; warned at three quarters. */
    private static final SlaTargets TARGETS = new SlaTargets(4 * HOUR, HOUR, 8 * HOUR, false, 75);

    private final List<SlaEvent> events = new ArrayList<>();
    private SlaTargets targets = TARGETS;
    private BusinessHours hours = BusinessHours.ALWAYS;

    @Test
    void theFirstAnswerInTimeKeepsThePromise() {
        at("09:00", OPENED).at("12:59", ANSWERED);
        PromiseReading first = read(FIRST_RESPONSE, "15:00");
        assertThat(first.state()).isEqualTo(PromiseState.MET);
        assertThat(first.used()).isEqualTo(4 * HOUR - 60);
        assertThat(first.settledAt()).isEqualTo(time("12:59"));
        assertThat(first.kept()).isOne();
        assertThat(read(FIRST_RESPONSE, "12:58").state()).isEqualTo(PromiseState.RUNNING);
        assertThat(read(FIRST_RESPONSE, "12:58").left()).isEqualTo(120);
    }

    @Test
    void anAnswerAtTheVeryLastSecondIsInTimeAndTheNextSecondIsNot() {
        at("09:00", OPENED).at("13:00", ANSWERED);
        assertThat(read(FIRST_RESPONSE, "15:00").state()).isEqualTo(PromiseState.MET);
        events.clear();
        at("09:00", OPENED).at("13:00:01", ANSWERED);
        PromiseReading late = read(FIRST_RESPONSE, "15:00");
        assertThat(late.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(late.brokenAt()).isEqualTo(time("13:00"));
        assertThat(late.dueAt()).isEqualTo(time("13:00"));
        assertThat(late.settledAt()).isEqualTo(time("13:00:01"));
        assertThat(late.broken()).isOne();
        assertThat(late.kept()).isZero();
    }

    /** An update limit shorter than the one for the first response does not count before the first response. */
    @Test
    void aSecondWordOfTheCustomerBeforeTheFirstAnswerIsNotDueSoonerThanThat() {
        at("09:00", OPENED, ASKED).at("09:10", ASKED);
        assertThat(read(NEXT_RESPONSE, "12:00").state()).isEqualTo(PromiseState.IDLE);
        assertThat(read(FIRST_RESPONSE, "12:00").dueAt()).isEqualTo(time("13:00"));
        at("12:00", ANSWERED);
        assertThat(read(FIRST_RESPONSE, "18:00").state()).isEqualTo(PromiseState.MET);
        assertThat(read(NEXT_RESPONSE, "18:00").state()).isEqualTo(PromiseState.IDLE);
    }

    @Test
    void furtherAnswersAreDueFromTheFirstWordThatNobodyHasAnswered() {
        at("09:00", OPENED).at("09:30", ANSWERED).at("10:00", ASKED).at("10:40", ASKED);
        assertThat(read(NEXT_RESPONSE, "10:50").dueAt()).isEqualTo(time("11:00"));
        at("10:55", ANSWERED).at("11:00", ASKED).at("12:30", ANSWERED);
        PromiseReading next = read(NEXT_RESPONSE, "13:00");
        assertThat(next.startedAt()).isEqualTo(time("11:00"));
        assertThat(next.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(next.kept()).isOne();
        assertThat(next.broken()).isOne();
    }

    @Test
    void anAnswerAndPendingInOneSaveIsAnAnswerFirst() {
        targets = new SlaTargets(4 * HOUR, HOUR, 8 * HOUR, true, null);
        at("09:00", OPENED).at("10:00", WAITING, ANSWERED);
        assertThat(read(FIRST_RESPONSE, "20:00").state()).isEqualTo(PromiseState.MET);
        PromiseReading resolution = read(RESOLUTION, "20:00");
        assertThat(resolution.state()).isEqualTo(PromiseState.PAUSED);
        assertThat(resolution.used()).isEqualTo(HOUR);
        assertThat(resolution.dueAt()).isNull();
        at("20:00", ASKED, COUNTING);
        assertThat(read(RESOLUTION, "20:00").dueAt()).isEqualTo(time("20:00").plusSeconds(7 * HOUR));
        assertThat(read(NEXT_RESPONSE, "20:30").dueAt()).isEqualTo(time("21:00"));
    }

    @Test
    void waitingStopsResponsesOnlyWhereThePolicySaysSo() {
        at("09:00", OPENED).at("10:00", WAITING).at("12:00", COUNTING);
        assertThat(read(FIRST_RESPONSE, "11:00").state()).isEqualTo(PromiseState.RUNNING);
        assertThat(read(FIRST_RESPONSE, "12:30").dueAt()).isEqualTo(time("13:00"));
        targets = new SlaTargets(4 * HOUR, HOUR, 8 * HOUR, true, null);
        assertThat(read(FIRST_RESPONSE, "11:00").state()).isEqualTo(PromiseState.PAUSED);
        assertThat(read(FIRST_RESPONSE, "12:30").dueAt()).isEqualTo(time("15:00"));
        assertThat(read(RESOLUTION, "12:30").dueAt()).isEqualTo(time("19:00"));
    }

    @Test
    void aTicketOpenedInTheLunchBreakStartsAfterIt() {
        hours = office();
        at("12:30", OPENED);
        assertThat(read(FIRST_RESPONSE, "13:00").used()).isZero();
        assertThat(read(FIRST_RESPONSE, "13:00").dueAt()).isEqualTo(time("17:30"));
        assertThat(read(FIRST_RESPONSE, "14:00").used()).isEqualTo(1800);
        assertThat(read(FIRST_RESPONSE, "13:00").warnAt()).isEqualTo(time("16:30"));
    }

    /** What is due when the company closes is late the next morning, and before that in the evening. */
    @Test
    void whatIsDueWhenTheCompanyClosesIsLateAfterIt() {
        hours = office();
        at("13:30", OPENED).at("19:00", ANSWERED);
        targets = new SlaTargets(4 * HOUR + 1800, null, null, false, null);
        PromiseReading first = read(FIRST_RESPONSE, "19:00");
        assertThat(first.dueAt()).isEqualTo(time("18:00"));
        assertThat(first.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(first.left()).isZero();
    }

    @Test
    void aReopeningGoesOnWithTheSameTime() {
        at("09:00", OPENED).at("09:05", ANSWERED).at("12:00", SOLVED);
        assertThat(read(RESOLUTION, "13:00").state()).isEqualTo(PromiseState.MET);
        assertThat(read(RESOLUTION, "13:00").kept()).isOne();
        at("15:00", ASKED, COUNTING);
        PromiseReading resolution = read(RESOLUTION, "16:00");
        assertThat(resolution.state()).isEqualTo(PromiseState.RUNNING);
        assertThat(resolution.used()).isEqualTo(4 * HOUR);
        assertThat(resolution.dueAt()).isEqualTo(time("20:00"));
        assertThat(resolution.kept()).isZero();
        assertThat(resolution.stretches())
                .containsExactly(
                        new Stretch(time("09:00"), time("12:00"), true, 3 * HOUR),
                        new Stretch(time("12:00"), time("15:00"), false, 0),
                        new Stretch(time("15:00"), time("16:00"), true, HOUR));
        assertThat(read(NEXT_RESPONSE, "15:30").dueAt()).isEqualTo(time("16:00"));
        at("21:00", SOLVED);
        assertThat(read(RESOLUTION, "22:00").state()).isEqualTo(PromiseState.BROKEN);
        assertThat(read(RESOLUTION, "22:00").broken()).isOne();
    }

    @Test
    void solvingIsAnAnswer() {
        at("09:00", OPENED).at("10:00", SOLVED);
        assertThat(read(FIRST_RESPONSE, "20:00").state()).isEqualTo(PromiseState.MET);
        at("11:00", COUNTING, ASKED).at("11:30", SOLVED).at("20:00", ENDED);
        assertThat(read(NEXT_RESPONSE, "22:00").state()).isEqualTo(PromiseState.MET);
        assertThat(read(RESOLUTION, "22:00").settledAt()).isEqualTo(time("11:30"));
    }

    @Test
    void whatIsMergedIsNeitherKeptNorBrokenUnlessItWasBefore() {
        at("09:00", OPENED).at("14:00", ENDED).at("15:00", ANSWERED, COUNTING);
        assertThat(read(FIRST_RESPONSE, "23:00").state()).isEqualTo(PromiseState.BROKEN);
        assertThat(read(RESOLUTION, "23:00").state()).isEqualTo(PromiseState.DROPPED);
        assertThat(read(RESOLUTION, "23:00").used()).isEqualTo(5 * HOUR);
    }

    @Test
    void aTargetChangedOnTheWayIsMeasuredFromTheOpening() {
        at("09:00", OPENED).at("10:00", WAITING).at("11:00", COUNTING);
        targets = new SlaTargets(HOUR, HOUR, 2 * HOUR, false, null);
        assertThat(read(RESOLUTION, "11:30").dueAt()).isEqualTo(time("12:00"));
        assertThat(read(RESOLUTION, "12:30").state()).isEqualTo(PromiseState.BROKEN);
        targets = TARGETS;
        assertThat(read(RESOLUTION, "12:30").state()).isEqualTo(PromiseState.RUNNING);
    }

    @Test
    void withoutAnyBusinessHourNothingIsDue() {
        hours = new BusinessHours(ZoneOffset.UTC, Map.of(), List.of());
        at("09:00", OPENED);
        PromiseReading first = read(FIRST_RESPONSE, "23:00");
        assertThat(first.isNeverDue()).isTrue();
        assertThat(first.warnAt()).isNull();
        assertThat(first.state()).isEqualTo(PromiseState.RUNNING);
    }

    @Test
    void theWarningComesAtItsShareAndMovesWithPauses() {
        at("09:00", OPENED);
        assertThat(read(RESOLUTION, "09:00").warnAt()).isEqualTo(time("15:00"));
        at("10:00", WAITING);
        assertThat(read(RESOLUTION, "10:30").warnAt()).isNull();
        at("12:00", COUNTING);
        assertThat(read(RESOLUTION, "12:30").warnAt()).isEqualTo(time("17:00"));
        at("18:00", WAITING).at("20:00", COUNTING);
        assertThat(read(RESOLUTION, "20:30").warnAt()).isEqualTo(time("17:00"));
    }

    private SlaClockTests at(String time, SlaEvent.Kind... kinds) {
        for (SlaEvent.Kind kind : kinds) {
            events.add(new SlaEvent(time(time), kind));
        }
        return this;
    }

    private PromiseReading read(PromiseKind kind, String now) {
        return SlaClock.read(targets, hours, events, time(now)).get(kind);
    }

    private static Instant time(String time) {
        return LocalTime.parse(time).atDate(LocalDate.of(2026, 11, 25)).toInstant(ZoneOffset.UTC);
    }

    /** 9 to 12 and 13:30 to 18 every day. */
    private static BusinessHours office() {
        Map<DayOfWeek, List<OpenTime>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(
                    day,
                    List.of(
                            OpenTime.of(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                            OpenTime.of(LocalTime.of(13, 30), LocalTime.of(18, 0))));
        }
        return new BusinessHours(ZoneOffset.UTC, week, List.of());
    }
}

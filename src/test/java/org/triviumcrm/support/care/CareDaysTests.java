package org.triviumcrm.support.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When something is due for a customer depends on nothing but plan, line and customer. */
class CareDaysTests {

    private static final LocalDate START = LocalDate.of(2026, 1, 31);

    @Property(tries = 300)
    void eachFullPeriodHasOneDay(
            @ForAll @IntRange(min = 1, max = 24) int months,
            @ForAll @IntRange(min = 1, max = 5) int periods,
            @ForAll @LongRange(min = 1, max = 5_000_000) long customer) {
        LocalDate end = START.plusMonths((long) months * periods).minusDays(1);
        List<LocalDate> days = CareDays.of(every(months), START, end, customer, null, START, end);
        assertThat(days).hasSize(periods);
        for (int period = 0; period < periods; period++) {
            assertThat(days.get(period))
                    .isAfterOrEqualTo(START.plusMonths((long) period * months))
                    .isBefore(START.plusMonths((long) (period + 1) * months));
        }
    }

    @Property(tries = 300)
    void whatIsAskedInPiecesIsTheSameAsAtOnce(
            @ForAll @IntRange(min = 1, max = 7) int months,
            @ForAll @IntRange(min = 1, max = 60) int step,
            @ForAll @LongRange(min = 1, max = 5_000_000) long customer) {
        LocalDate end = START.plusYears(2);
        for (CareLine line : List.of(every(months), yearly(2, 29), on(CareRhythm.ANNIVERSARY))) {
            LocalDate bought = START.minusDays(customer % 700);
            List<LocalDate> pieces = new ArrayList<>();
            for (LocalDate from = START; !from.isAfter(end); from = from.plusDays(step)) {
                pieces.addAll(CareDays.of(line, START, end, customer, bought, from, from.plusDays(step - 1)));
            }
            assertThat(pieces).isEqualTo(CareDays.of(line, START, end, customer, bought, START, end));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 3", "50, 1", "50, 3", "2, 12", "92, 3"})
    void customersAreSpreadOverThePeriodWhateverTheirIdsAreCountedBy(int step, int months) {
        for (LocalDate start : List.of(START, LocalDate.of(2026, 10, 1))) {
            LocalDate end = start.plusMonths(months).minusDays(1);
            int length = (int) ChronoUnit.DAYS.between(start, end) + 1;
            int[] each = new int[length];
            for (long customer = 1; customer <= 20L * length; customer++) {
                LocalDate day = CareDays.of(every(months), start, end, customer * step, null, start, end)
                        .get(0);
                each[(int) ChronoUnit.DAYS.between(start, day)]++;
            }
            assertThat(Arrays.stream(each).boxed())
                    .as("about twenty a day")
                    .allSatisfy(count -> assertThat(count).isBetween(15, 25));
        }
    }

    @Test
    void theTwentyNinthOfFebruaryIsTheTwentyEighthInOtherYears() {
        LocalDate end = LocalDate.of(2028, 12, 31);
        assertThat(CareDays.of(yearly(2, 29), START, end, 1, null, START, end))
                .containsExactly(LocalDate.of(2026, 2, 28), LocalDate.of(2027, 2, 28), LocalDate.of(2028, 2, 29));
    }

    @Test
    void anAnniversaryComesOnlyAfterTheDayItself() {
        LocalDate end = LocalDate.of(2027, 12, 31);
        assertThat(anniversary(LocalDate.of(2026, 5, 4), end)).containsExactly(LocalDate.of(2027, 5, 4));
        assertThat(anniversary(LocalDate.of(2020, 5, 4), end))
                .containsExactly(LocalDate.of(2026, 5, 4), LocalDate.of(2027, 5, 4));
        assertThat(anniversary(null, end)).isEmpty();
    }

    /** Whatever is asked for: the last day of a contract is one day, if the plan runs then. */
    @Property(tries = 300)
    void theEndOfAContractIsItsLastDay(
            @ForAll @IntRange(min = -100, max = 900) int ends,
            @ForAll @IntRange(min = 0, max = 700) int from,
            @ForAll @IntRange(min = 0, max = 90) int ahead) {
        LocalDate last = START.plusYears(1);
        LocalDate end = START.plusDays(ends);
        LocalDate first = START.plusDays(from);
        List<LocalDate> days =
                CareDays.of(on(CareRhythm.CONTRACT_END), START, last, 1, end, first, first.plusDays(ahead));
        boolean within = !end.isBefore(first) && !end.isAfter(first.plusDays(ahead));
        assertThat(days).isEqualTo(within && !end.isBefore(START) && !end.isAfter(last) ? List.of(end) : List.of());
        assertThat(CareDays.of(on(CareRhythm.CONTRACT_END), START, last, 1, null, START, last))
                .as("without an end")
                .isEmpty();
    }

    /** Every year but the one of the signature; a signature of the 29th of February is thought of on the 28th. */
    @Property(tries = 300)
    void eachYearAfterTheSignatureHasItsDay(@ForAll @IntRange(min = -1500, max = 1500) int signed) {
        LocalDate end = START.plusYears(4).minusDays(1);
        LocalDate on = START.plusDays(signed);
        List<LocalDate> days = CareDays.of(on(CareRhythm.CONTRACT_SIGNED), START, end, 1, on, START, end);
        List<LocalDate> expected = new ArrayList<>();
        for (int years = 1; years < 15; years++) {
            LocalDate day = on.plusYears(years);
            if (!day.isBefore(START) && !day.isAfter(end)) {
                expected.add(day);
            }
        }
        assertThat(days).isEqualTo(expected);
    }

    private static List<LocalDate> anniversary(@Nullable LocalDate first, LocalDate end) {
        return CareDays.of(on(CareRhythm.ANNIVERSARY), START, end, 1, first, START, end);
    }

    private static CareLine every(int months) {
        return line(CareRhythm.EVERY, months, null, null);
    }

    private static CareLine yearly(int month, int day) {
        return line(CareRhythm.YEARLY, null, month, day);
    }

    private static CareLine on(CareRhythm rhythm) {
        return line(rhythm, null, null, null);
    }

    private static CareLine line(
            CareRhythm rhythm, @Nullable Integer months, @Nullable Integer month, @Nullable Integer day) {
        return new CareLine(CareKind.VISIT, "Visit", rhythm, months, month, day, 14, BigDecimal.TEN);
    }
}

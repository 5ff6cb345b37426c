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

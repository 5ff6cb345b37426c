package org.triviumcrm.sales.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class TrendModelTests {

    /** Grows by a hundredth a month, and twice as much comes each December. */
    private static double month(int at) {
        return 1000 * (1 + at * 0.01) * (at % 12 == 11 ? 2 : 1);
    }

    private static double[] months(int count) {
        return IntStream.range(0, count).mapToDouble(TrendModelTests::month).toArray();
    }

    @Test
    void goesOnWithTrendAndSeason() {
        double[] next = TrendModel.next(months(48), 12).orElseThrow();
        for (int at = 0; at < 12; at++) {
            assertThat(next[at]).isCloseTo(month(48 + at), Percentage.withPercentage(8));
        }
        assertThat(TrendModel.error(months(48)).orElseThrow()).isLessThan(0.08);
    }

    @Test
    void knowsALevelWhereTheHistoryIsShort() {
        double[] next = TrendModel.next(new double[] {100, 104, 98, 101, 99, 103, 97, 102, 100, 98}, 3)
                .orElseThrow();
        assertThat(next).hasSize(3);
        assertThat(next[2]).isCloseTo(100, Percentage.withPercentage(4));
    }

    @Test
    void saysNothingWhereNothingIsKnown() {
        assertThat(TrendModel.next(months(5), 3)).isEmpty();
        assertThat(TrendModel.next(new double[40], 3)).isEmpty();
        assertThat(TrendModel.error(months(10))).isEmpty();
        assertThat(Trend.of(Map.of(), YearMonth.of(2026, 11), YearMonth.of(2026, 12))
                        .isKnown())
                .isFalse();
    }

    /** Whatever falls to nothing does not go below it. */
    @Test
    void isNeverNegative() {
        double[] falling = IntStream.range(0, 36)
                .mapToDouble(at -> Math.max(0, 1000 - at * 40))
                .toArray();
        assertThat(TrendModel.next(falling, 12).orElseThrow())
                .satisfies(next -> assertThat(IntStream.range(0, 12).allMatch(at -> next[at] >= 0))
                        .isTrue());
    }

    @Test
    void beginsWithTheFirstMonthThatBroughtAnything() {
        Map<YearMonth, BigDecimal> attained = new HashMap<>();
        YearMonth first = YearMonth.of(2022, 11);
        IntStream.range(0, 48).forEach(at -> attained.put(first.plusMonths(at), BigDecimal.valueOf(month(at))));
        Trend trend = Trend.of(attained, YearMonth.of(2026, 11), YearMonth.of(2026, 12));
        assertThat(trend.seasonal()).isTrue();
        assertThat(trend.months()).hasSize(2);
        assertThat(trend.error()).isLessThan(BigDecimal.TEN);
    }

    /** What is over stays what it was, less than nothing as well; what goes on is not taken for worse than it is already. */
    @Test
    void aYearIsWhatIsOverAndTheTrendOfTheRest() {
        YearMonth first = YearMonth.of(2026, 1);
        Trend trend = new Trend(
                Map.of(first.plusMonths(2), new BigDecimal("40"), first.plusMonths(3), new BigDecimal("50")),
                false,
                null);
        assertThat(trend.whole(List.of(
                        cell(first, "-30"),
                        cell(first.plusMonths(1), "10"),
                        cell(first.plusMonths(2), "45"),
                        cell(first.plusMonths(3), "0"))))
                .isEqualByComparingTo("75");
        assertThat(new Trend(Map.of(), false, null).whole(List.of(cell(first, "-30"))))
                .isEqualByComparingTo("-30");
    }

    private static QuotaCell cell(YearMonth month, String attained) {
        return new QuotaCell(Period.month(month), null, null, null, new BigDecimal(attained), null);
    }
}

package org.triviumcrm.shared.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTests {

    @ParameterizedTest
    @CsvSource({
        "USD, 1.005, 1.01",
        "USD, -1.005, -1.01",
        "USD, 2.344999, 2.34",
        "JPY, 100.5, 101",
        "JPY, 100.49, 100",
        "KWD, 1.0005, 1.001",
        "XYZ, 1.005, 1.01",
        "CNY, 0, 0.00",
    })
    void sumsAreRoundedToTheSmallestUnitOfTheirCurrency(String currency, BigDecimal amount, BigDecimal rounded) {
        assertThat(Rounding.of(currency).round(amount)).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"1.024, 1.00", "1.025, 1.05", "1.075, 1.10", "-1.025, -1.05"})
    void francsAreRoundedToFiveCentimes(BigDecimal amount, BigDecimal rounded) {
        assertThat(new Rounding(new BigDecimal("0.05")).round(amount)).isEqualTo(rounded);
    }

    @Test
    void theRemainingCentsGoToTheLargestRemaindersAndOfEqualOnesToTheFirst() {
        Rounding cents = Rounding.of("USD");
        assertThat(cents.share(new BigDecimal("100"), numbers("1", "1", "1")))
                .isEqualTo(numbers("33.34", "33.33", "33.33"));
        assertThat(cents.share(new BigDecimal("0.02"), numbers("1", "1", "1")))
                .isEqualTo(numbers("0.01", "0.01", "0.00"));
        assertThat(cents.share(new BigDecimal("-0.05"), numbers("1", "3"))).isEqualTo(numbers("-0.01", "-0.04"));
        assertThat(cents.share(new BigDecimal("10"), numbers("0", "0"))).isEqualTo(numbers("5.00", "5.00"));
        assertThat(Rounding.of("JPY").share(new BigDecimal("10"), numbers("1", "1", "1")))
                .isEqualTo(numbers("4", "3", "3"));
        assertThat(cents.share(BigDecimal.TEN, List.of())).isEmpty();
    }

    @Property
    void noCentIsLostOrMade(
            @ForAll("totals") BigDecimal total,
            @ForAll("weights") @NotEmpty List<BigDecimal> weights,
            @ForAll("steps") BigDecimal step) {
        Rounding rounding = new Rounding(step);
        List<BigDecimal> parts = rounding.share(total, weights);
        assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(rounding.round(total));
        assertThat(parts)
                .hasSameSizeAs(weights)
                .allMatch(part -> rounding.round(part).compareTo(part) == 0);
    }

    @Property
    void nobodyIsMoreThanAStepAwayFromTheExactShare(
            @ForAll("totals") BigDecimal total, @ForAll("weights") @NotEmpty List<BigDecimal> weights) {
        Rounding cents = Rounding.of("USD");
        BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) {
            return;
        }
        List<BigDecimal> parts = cents.share(total, weights);
        for (int at = 0; at < parts.size(); at++) {
            BigDecimal off =
                    parts.get(at).multiply(all).subtract(cents.round(total).multiply(weights.get(at)));
            assertThat(off.abs()).isLessThanOrEqualTo(cents.step().multiply(all));
            assertThat(parts.get(at).signum()).isIn(0, cents.round(total).signum());
        }
    }

    @Provide
    Arbitrary<BigDecimal> totals() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000000"), new BigDecimal("1000000000"))
                .ofScale(4);
    }

    @Provide
    Arbitrary<List<BigDecimal>> weights() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1000000"))
                .ofScale(3)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<BigDecimal> steps() {
        return Arbitraries.of("0.01", "0.05", "1", "0.001", "0.5", "10").map(BigDecimal::new);
    }

    private static List<BigDecimal> numbers(String... numbers) {
        return List.of(numbers).stream().map(BigDecimal::new).toList();
    }
}

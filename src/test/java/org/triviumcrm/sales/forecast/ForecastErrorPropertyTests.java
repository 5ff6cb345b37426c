package org.triviumcrm.sales.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.triviumcrm.sales.forecast.ForecastError.Pair;

class ForecastErrorPropertyTests {

    @Example
    void reckonsByHand() {
        ForecastError error = ForecastError.of(List.of(pair(150, 100), pair(100, 200), pair(30, 0)));
        assertThat(error.mape()).as("50 % and 50 %").isEqualByComparingTo("50.0");
        assertThat(error.bias()).as("280 instead of 300").isEqualByComparingTo("-6.7");
        assertThat(pair(150, 100).percent()).isEqualByComparingTo("50.0");
        assertThat(pair(1, 0).percent()).isNull();
    }

    @Property
    void isThePlainFormula(@ForAll("pairs") List<Pair> pairs) {
        ForecastError error = ForecastError.of(pairs);
        double sum = 0;
        int counted = 0;
        double said = 0;
        double came = 0;
        for (Pair pair : pairs) {
            said += pair.said().doubleValue();
            came += pair.came().doubleValue();
            if (pair.came().signum() != 0) {
                sum += Math.abs(pair.said().doubleValue() - pair.came().doubleValue())
                        / pair.came().doubleValue();
                counted++;
            }
        }
        if (counted == 0) {
            assertThat(error.mape()).isNull();
            assertThat(error.bias()).isNull();
        } else {
            assertThat(error.mape().doubleValue()).isCloseTo(sum / counted * 100, within(0.0501));
            assertThat(error.bias().doubleValue()).isCloseTo((said - came) / came * 100, within(0.0501));
        }
    }

    /** Who says what comes is not off, and whoever always says more has a bias above zero that is no greater than the error of the worst month. */
    @Property
    void knowsWhoIsRight(@ForAll("pairs") List<Pair> pairs) {
        List<Pair> right =
                pairs.stream().map(pair -> new Pair(pair.came(), pair.came())).toList();
        List<Pair> more = new ArrayList<>();
        pairs.forEach(pair -> more.add(new Pair(pair.came().multiply(BigDecimal.valueOf(1.25)), pair.came())));
        if (pairs.stream().anyMatch(pair -> pair.came().signum() != 0)) {
            assertThat(ForecastError.of(right).mape()).isZero();
            assertThat(ForecastError.of(right).bias()).isZero();
            assertThat(ForecastError.of(more).mape()).isEqualByComparingTo("25.0");
            assertThat(ForecastError.of(more).bias()).isEqualByComparingTo("25.0");
        }
    }

    @Provide
    Arbitrary<List<Pair>> pairs() {
        Arbitrary<BigDecimal> amounts = Arbitraries.oneOf(
                Arbitraries.just(BigDecimal.ZERO),
                Arbitraries.integers().between(100, 10_000_000).map(cents -> BigDecimal.valueOf(cents, 2)));
        return Combinators.combine(amounts, amounts).as(Pair::new).list().ofMaxSize(14);
    }

    private static Pair pair(int said, int came) {
        return new Pair(BigDecimal.valueOf(said), BigDecimal.valueOf(came));
    }
}

package org.triviumcrm.sales.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.triviumcrm.shared.money.Rounding;

/** Whatever is divided by whatever: no cent is lost, over the months or over those below. */
class QuotaSharesPropertyTests {

    private static final int YEAR = 2026;
    private static final Rounding CENTS = Rounding.of("USD");

    @Property
    void theMonthsMakeUpTheYear(
            @ForAll @LongRange(min = 1, max = 10_000_000_000_00L) long cents,
            @ForAll("twelve") List<BigDecimal> weights) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2);
        Quotas spread = QuotaShares.overMonths(YEAR, amount, weights, CENTS);
        assertThat(spread.of(Period.year(YEAR))).isEqualByComparingTo(amount);
        Quotas.all(YEAR).filter(period -> period.months() > 1).forEach(period -> {
            assertThat(spread.difference(period)).isNull();
            assertThat(spread.parts(period)).isEqualByComparingTo(spread.said(period));
        });
    }

    @Property
    void eachPeriodOfThoseBelowAddsUpToThatAbove(
            @ForAll @LongRange(min = 1, max = 10_000_000_00L) long cents,
            @ForAll("twelve") List<BigDecimal> season,
            @ForAll("parts") List<BigDecimal> parts) {
        Quotas above = QuotaShares.overMonths(YEAR, BigDecimal.valueOf(cents, 2), season, CENTS);
        List<Quotas> below = QuotaShares.down(YEAR, above, parts, CENTS);
        assertThat(below).hasSameSizeAs(parts);
        Quotas.all(YEAR)
                .forEach(period -> assertThat(below.stream()
                                .map(one -> Objects.requireNonNull(one.of(period)))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(above.of(period)));
        below.forEach(one -> Quotas.all(YEAR)
                .forEach(period -> assertThat(one.difference(period)).isNull()));
    }

    /** Only what is known is divided: a year without quarters gives years, three quarters of a year nothing but the year. */
    @Property(tries = 200)
    void dividesWhatIsSaid(
            @ForAll @LongRange(min = 1, max = 1_000_000) long cents, @ForAll("parts") List<BigDecimal> parts) {
        Map<Period, BigDecimal> said = new HashMap<>(Map.of(Period.year(YEAR), BigDecimal.valueOf(cents, 2)));
        said.put(Period.read("2026-Q1").orElseThrow(), BigDecimal.TEN);
        for (Quotas one : QuotaShares.down(YEAR, new Quotas(said), parts, CENTS)) {
            assertThat(one.said().keySet()).containsExactly(Period.year(YEAR));
        }
        assertThat(QuotaShares.down(YEAR, Quotas.NONE, parts, CENTS))
                .allMatch(one -> one.said().isEmpty());
    }

    @Provide
    Arbitrary<List<BigDecimal>> twelve() {
        return weight().list().ofSize(12);
    }

    @Provide
    Arbitrary<List<BigDecimal>> parts() {
        return weight().list().ofMinSize(1).ofMaxSize(9);
    }

    private static Arbitrary<BigDecimal> weight() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100_000))
                .ofScale(2);
    }
}

package org.triviumcrm.sales.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ExactMarginTests {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** In cents; the number that is asked for in hundredths of a per cent. */
    @Property
    void isBelowANumberWhereItIs(
            @ForAll @LongRange(min = 1, max = 99_999_999_999L) long base,
            @ForAll @LongRange(min = 0, max = 99_999_999_999L) long cost,
            @ForAll @LongRange(min = -20_000, max = 10_000) long asked) {
        BigDecimal net = BigDecimal.valueOf(base, 2);
        BigDecimal margin = net.subtract(BigDecimal.valueOf(cost, 2));
        BigDecimal number = BigDecimal.valueOf(asked, 2);
        BigDecimal percent = ExactMargin.percent(margin, net);
        assertThat(percent).isNotNull();
        assertThat(percent.compareTo(number) < 0)
                .isEqualTo(margin.multiply(HUNDRED).compareTo(net.multiply(number)) < 0);
    }

    /** Approvals from before hold on: they are of the margin to one decimal. */
    @Property
    void showsWhatPapersShow(
            @ForAll @LongRange(min = 1, max = 9_999_999) long base,
            @ForAll @LongRange(min = 0, max = 9_999_999) long cost) {
        BigDecimal net = BigDecimal.valueOf(base, 2);
        BigDecimal margin = net.subtract(BigDecimal.valueOf(cost, 2));
        BigDecimal percent = ExactMargin.percent(margin, net);
        assertThat(percent).isNotNull();
        assertThat(ExactMargin.shown(percent))
                .isEqualTo(margin.multiply(HUNDRED).divide(net, 1, RoundingMode.HALF_UP));
    }

    @Test
    void ofWhatIsGivenAwayIsBelowAllWhereItCostsAnything() {
        assertThat(ExactMargin.percent(new BigDecimal("-0.01"), new BigDecimal("0.00")))
                .isEqualTo(ExactMargin.BELOW_ALL);
        assertThat(ExactMargin.shown(ExactMargin.BELOW_ALL)).isNull();
        assertThat(ExactMargin.percent(new BigDecimal("0.00"), new BigDecimal("0.00")))
                .isNull();
        assertThat(ExactMargin.percent(null, null)).isNull();
    }
}

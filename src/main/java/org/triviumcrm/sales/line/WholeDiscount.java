package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import org.triviumcrm.shared.money.Rounding;

/**
 * What is taken off a quote as a whole, after the discounts of its lines.
 *
 * @param kind whether the value is in per cent of the sum of the lines, or a sum of money
 * @param value not negative
 */
public record WholeDiscount(Kind kind, BigDecimal value) {

    /** None. */
    public static final WholeDiscount NONE = new WholeDiscount(Kind.PERCENT, BigDecimal.ZERO);

    private static final int HUNDRED = 2;

    /** What the value means. */
    public enum Kind {
        PERCENT,
        SUM
    }

    /** In money, rounded; never more than there is. */
    BigDecimal of(BigDecimal sum, Rounding rounding) {
        BigDecimal wanted = kind == Kind.SUM ? value : sum.multiply(value).movePointLeft(HUNDRED);
        return rounding.round(wanted).min(sum);
    }
}

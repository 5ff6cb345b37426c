package org.triviumcrm.sales.release;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The margin of a paper as conditions compare it. */
public final class ExactMargin {

    /** Of what is given away though it costs something: below every number that anybody asks for. */
    public static final BigDecimal BELOW_ALL = BigDecimal.TEN.pow(24).negate();

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SCALE = 10;

    private ExactMargin() {}

    /**
     * Per cent of the net, rounded down to ten decimals, so that 29.96 is below 30.
     *
     * @param margin what is left of the net of the lines whose cost is known; null when none is
     * @param base the net of those lines; null when there are none
     * @return null when no cost is known, or what costs nothing is given away
     */
    public static @Nullable BigDecimal percent(@Nullable BigDecimal margin, @Nullable BigDecimal base) {
        if (margin == null || base == null) {
            return null;
        }
        if (base.signum() == 0) {
            return margin.signum() < 0 ? BELOW_ALL : null;
        }
        return margin.multiply(HUNDRED).divide(base, SCALE, RoundingMode.FLOOR);
    }

    /**
     * What must stay the same for an approval to count: the margin as it is shown, to one decimal; null where none is shown. Approvals
     * from before margins were compared exactly hold on.
     */
    public static @Nullable Object shown(Object percent) {
        return percent instanceof BigDecimal exact && exact.compareTo(BELOW_ALL) != 0
                ? exact.setScale(1, RoundingMode.HALF_UP)
                : null;
    }
}

package org.triviumcrm.sales.quota;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The quota of one in a period, and what was attained of it.
 *
 * @param amount null where there is none
 * @param difference by how much the quarters or months are more than it
 * @param below by how much those below are more than it; null when they agree or there are none
 * @param href where the rows of what was attained are; null where no list narrows down to them
 */
public record QuotaCell(
        Period period,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal difference,
        @Nullable BigDecimal below,
        BigDecimal attained,
        @Nullable String href) {

    public boolean isReached() {
        return amount != null && attained.compareTo(amount) >= 0;
    }

    /** Rounded down, so that 100 is never said before it is reached; null without a quota. */
    public @Nullable BigDecimal percent() {
        return amount == null ? null : attained.movePointRight(2).divide(amount, 0, RoundingMode.FLOOR);
    }
}

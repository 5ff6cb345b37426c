package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which figure of the past is looked into.
 *
 * @param month any day of the month as whose first day began it was said
 * @param ahead 0 to 3; null for 0
 * @param stage null for the first that counts
 * @param amount of the last one shown before
 * @param after the id of the last one shown before
 */
public record FunnelPastFilter(
        @Nullable LocalDate month,
        @Nullable Integer ahead,
        @Nullable Long stage,
        @Nullable BigDecimal amount,
        @Nullable Long after) {

    static final FunnelPastFilter NONE = new FunnelPastFilter(null, null, null, null, null);

    int lead() {
        return ahead == null ? 0 : Math.min(Math.max(ahead, 0), FunnelPast.LEADS - 1);
    }

    FunnelPastDeal.@Nullable After last() {
        return amount == null || after == null ? null : new FunnelPastDeal.After(amount, after);
    }
}

package org.triviumcrm.marketing.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a category was meant to cost and did, in the company's currency.
 *
 * @param budget null when nothing was meant for it
 * @param lines how many costs there are
 */
public record CategorySpend(
        long categoryId, String category, @Nullable BigDecimal budget, BigDecimal cost, long lines) {

    /** What is left; negative when more was spent. */
    public BigDecimal variance() {
        return (budget == null ? BigDecimal.ZERO : budget).subtract(cost);
    }

    /** Per cent of the budget that is spent; null where there is none. */
    public @Nullable BigDecimal share() {
        return share(cost, budget);
    }

    static @Nullable BigDecimal share(BigDecimal cost, @Nullable BigDecimal budget) {
        return budget == null || budget.signum() <= 0
                ? null
                : cost.movePointRight(2).divide(budget, 2, RoundingMode.HALF_UP);
    }
}

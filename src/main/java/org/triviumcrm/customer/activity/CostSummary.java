package org.triviumcrm.customer.activity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the activities about a record have cost, in the company's currency.
 *
 * @param kinds those on which something was spent, the most first
 * @param worth what the record is worth, if it is worth anything
 */
public record CostSummary(
        List<OfKind> kinds, String currency, @Nullable BigDecimal worth) {

    /** What was spent on one kind of thing. */
    public record OfKind(CostKind kind, BigDecimal amount) {}

    public CostSummary {
        kinds = List.copyOf(kinds);
    }

    public boolean isEmpty() {
        return kinds.isEmpty();
    }

    public BigDecimal total() {
        return kinds.stream().map(OfKind::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Percent of what the record is worth, to one decimal; null where it is worth nothing. */
    public @Nullable BigDecimal share() {
        return worth == null || worth.signum() <= 0
                ? null
                : total().movePointRight(2).divide(worth, 1, RoundingMode.HALF_UP);
    }
}

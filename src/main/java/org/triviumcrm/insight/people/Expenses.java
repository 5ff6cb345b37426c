package org.triviumcrm.insight.people;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was spent on customers against what it brought, in the company's currency.
 *
 * @param lines where most was spent first
 * @param more whether there are more than these
 */
public record Expenses(List<Line> lines, Line total, boolean more) {

    /**
     * @param href the person's page, the opportunity
     * @param note whose opportunity it is
     * @param state of the opportunity; null for people
     * @param rowsHref the activities that cost something
     * @param wonHref the wins; null for an opportunity, which is its own
     */
    public record Line(
            String name,
            @Nullable String href,
            @Nullable String note,
            @Nullable String state,
            long count,
            BigDecimal cost,
            String rowsHref,
            long wins,
            BigDecimal won,
            @Nullable String wonHref) {

        /** What was spent, in per cent of what was won; null where nothing was won. */
        public @Nullable BigDecimal ratio() {
            return won.signum() == 0 ? null : cost.movePointRight(2).divide(won, 1, RoundingMode.HALF_UP);
        }
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}

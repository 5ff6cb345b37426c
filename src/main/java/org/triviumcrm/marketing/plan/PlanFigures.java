package org.triviumcrm.marketing.plan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan against what has come of it.
 *
 * @param periods the quarters, each with its months below it, and what lies outside of the year
 * @param months the same months alone
 * @param spent where the money of the year went, whatever plan it belongs to
 * @param won whether the viewer may see what was won; else revenue is what media report
 */
public record PlanFigures(
        Row total,
        List<Row> periods,
        List<Row> months,
        List<Row> regions,
        List<Row> methods,
        List<Goal> goals,
        List<Spent> spent,
        boolean won) {

    /** A row of a table, and the page of what is behind it. */
    record Row(String name, String href, boolean below, PlanAmounts amounts) {}

    /** Something to be reached, and how far it is. @param key end of its message key */
    record Goal(String key, @Nullable BigDecimal wanted, BigDecimal reached, boolean money) {

        public @Nullable BigDecimal percent() {
            return wanted == null ? null : PlanAmounts.percent(reached, wanted);
        }
    }

    /** What a plan, or the campaigns without one, have cost in the year. @param href null for plans that the viewer does not see */
    record Spent(String name, @Nullable String href, BigDecimal budget, BigDecimal cost, boolean present) {}

    public BigDecimal spentInAll() {
        return spent.stream().map(Spent::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal budgetsInAll() {
        return spent.stream().map(Spent::budget).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

package org.triviumcrm.marketing.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What is planned and what has come of it, in the company's currency.
 *
 * @param planned what may be spent, by the lines of the plan
 * @param expected what is to be brought, by the lines of the plan
 * @param budget of the campaigns
 * @param reported revenue that media report
 * @param won revenue by the share in what was won
 */
public record PlanAmounts(
        BigDecimal planned,
        BigDecimal expected,
        BigDecimal budget,
        BigDecimal cost,
        BigDecimal reported,
        BigDecimal won) {

    static final PlanAmounts NONE = new PlanAmounts(
            BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    static PlanAmounts ofLine(BigDecimal planned, BigDecimal expected) {
        return new PlanAmounts(planned, expected, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    static PlanAmounts ofCampaign(BigDecimal budget, BigDecimal cost, BigDecimal reported, BigDecimal won) {
        return new PlanAmounts(BigDecimal.ZERO, BigDecimal.ZERO, budget, cost, reported, won);
    }

    PlanAmounts plus(PlanAmounts other) {
        return new PlanAmounts(
                planned.add(other.planned),
                expected.add(other.expected),
                budget.add(other.budget),
                cost.add(other.cost),
                reported.add(other.reported),
                won.add(other.won));
    }

    public BigDecimal revenue() {
        return reported.add(won);
    }

    /** What is left of what may be spent; negative when more was spent. */
    public BigDecimal left() {
        return planned.subtract(cost);
    }

    /** The same in per cent of what may be spent; null where nothing may be, since there is no figure for that. */
    public @Nullable BigDecimal leftPercent() {
        return percent(left(), planned);
    }

    /** What was brought in per cent of what is to be; null where nothing is. */
    public @Nullable BigDecimal revenuePercent() {
        return percent(revenue(), expected);
    }

    static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.movePointRight(2).divide(whole, 2, RoundingMode.HALF_UP);
    }
}

package org.triviumcrm.insight.marketing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.insight.roi.Returns.Line;
import org.triviumcrm.shared.list.ListLink;

/**
 * What a year of campaigns looks like. Amounts are in the company's currency.
 *
 * @param first the first day of the year
 * @param until the last day that counts: today, or the end of a year that is over
 * @param budgets of the approved campaigns that have begun within these days
 * @param total what all campaigns have cost and brought in the months of these days
 * @param best campaigns with the highest return, five at most
 * @param worst those with the lowest that are not among the best
 * @param bestHref the page of returns, the highest first
 * @param worstHref the same, the lowest first
 * @param months the same as the total, month by month
 */
record MarketingYear(
        LocalDate first,
        LocalDate until,
        Budgets budgets,
        Line total,
        List<Line> best,
        List<Line> worst,
        String bestHref,
        String worstHref,
        List<Line> months,
        Agenda agenda) {

    static final String LIST = "/marketing/campaigns";
    private static final Object[] BEGUN = {"APPROVED", "RUNNING", "COMPLETED"};

    /**
     * What was planned to be spent, and what was, whenever.
     *
     * @param tight campaigns that have spent nearly all of their budget, or more than it
     */
    record Budgets(long campaigns, BigDecimal budget, BigDecimal cost, BigDecimal variance, long tight) {}

    /**
     * A campaign and what it waits for.
     *
     * @param caseId of the approval that it waits for
     * @param since the day from which it is in this state
     * @param all how many wait in the same way
     */
    record Due(
            long id,
            String name,
            String owner,
            String state,
            LocalDate startOn,
            BigDecimal budget,
            @Nullable Long caseId,
            LocalDate since,
            long all) {}

    /**
     * What asks for somebody.
     *
     * @param waiting for an approval, the longest first
     * @param late approved, but not started on their day
     * @param next to start within a month
     * @param today on which it is asked
     * @param until the last day that it looks ahead to
     */
    record Agenda(List<Due> waiting, List<Due> late, List<Due> next, LocalDate today, LocalDate until) {

        /** All that are late. */
        public String lateHref() {
            return ListLink.to(LIST)
                    .is("state", "APPROVED")
                    .days("startOn", null, today.minusDays(1))
                    .sort("startOn")
                    .toString();
        }

        /** All that are next. */
        public String nextHref() {
            return ListLink.to(LIST)
                    .is("state", "PLANNED", "SUBMITTED", "APPROVED")
                    .days("startOn", today, until)
                    .sort("startOn")
                    .toString();
        }
    }

    public boolean isEmpty() {
        return budgets.campaigns() == 0 && months.isEmpty();
    }

    /** How much of the budgets is spent, in per cent; null where there are none. */
    public @Nullable BigDecimal spentShare() {
        return budgets.budget().signum() == 0
                ? null
                : budgets.cost().movePointRight(2).divide(budgets.budget(), 1, RoundingMode.HALF_UP);
    }

    /** The campaigns that the budgets are of. */
    public String budgetHref() {
        return begun().sort("-budget").toString();
    }

    /** The same, those that have gone furthest beyond their budget first. */
    public String varianceHref() {
        return begun().sort("costVariance").toString();
    }

    public String tightHref() {
        return begun().is("costLevel", "NEAR", "OVER").toString();
    }

    private ListLink begun() {
        return ListLink.to(LIST).is("state", BEGUN).days("startOn", first, until);
    }
}

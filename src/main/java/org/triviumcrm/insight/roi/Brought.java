package org.triviumcrm.insight.roi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.AttributionModel;

/**
 * Opportunities that campaigns have brought, and what of each counts for them. Amounts are in the company's currency.
 *
 * @param rows those that the viewer sees, the latest day first
 * @param all of all of them, whoever sees them: what the figure that leads here says
 * @param hidden of those that the viewer does not see
 * @param reported what media report besides, where wins are asked for: the figure of revenue has it, too
 * @param reportedHref the list of these; null where none shows just them
 * @param next where the next page begins; null on the last
 */
record Brought(
        List<Row> rows,
        Sum all,
        Sum hidden,
        BigDecimal reported,
        @Nullable String reportedHref,
        @Nullable String next) {

    Brought {
        rows = List.copyOf(rows);
    }

    /**
     * A campaign that touched an opportunity.
     *
     * @param countedOn the day by which it counts: of its end, else of the first signature, the one expected, or of its beginning
     * @param share per cent
     * @param worth all of the opportunity: what was signed for it, else its amount
     * @param contracts what was signed for it
     */
    record Row(
            long opportunityId,
            String opportunity,
            long campaignId,
            String campaign,
            BroughtOutcome outcome,
            LocalDate countedOn,
            BigDecimal share,
            BigDecimal worth,
            BigDecimal amount,
            List<Paper> contracts) {

        Row with(List<Paper> signed) {
            return new Row(
                    opportunityId,
                    opportunity,
                    campaignId,
                    campaign,
                    outcome,
                    countedOn,
                    share,
                    worth,
                    amount,
                    List.copyOf(signed));
        }
    }

    /**
     * A contract that was signed, or an amendment of one.
     *
     * @param gain what its signature has brought; of an amendment the difference
     * @param seen whether the viewer may open it
     */
    record Paper(
            long opportunityId,
            long id,
            String number,
            int revision,
            LocalDate signedOn,
            BigDecimal gain,
            boolean seen) {}

    /** What a campaign has won by a reckoning. */
    record Reckoned(AttributionModel model, BigDecimal won, String href) {}

    /**
     * Sum of some rows.
     *
     * @param rows how many: one for each campaign that touched an opportunity
     * @param count of opportunities, each by the shares of these rows in it
     */
    record Sum(long rows, BigDecimal count, BigDecimal amount) {

        static final Sum NONE = new Sum(0, BigDecimal.ZERO, BigDecimal.ZERO);

        /** A whole number where it is one, else with two decimals at most. */
        public BigDecimal counted() {
            return RoiService.counted(count);
        }

        Sum without(Sum some) {
            return new Sum(rows - some.rows, count.subtract(some.count), amount.subtract(some.amount));
        }
    }
}

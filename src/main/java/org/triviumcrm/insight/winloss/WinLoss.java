package org.triviumcrm.insight.winloss;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the decided opportunities of some months ended, and why.
 *
 * @param reasons of what was lost
 * @param stages in which it was lost
 */
public record WinLoss(
        List<Share> states,
        List<Share> reasons,
        List<Share> stages,
        List<Rate> competitors,
        List<Rate> products,
        List<Rate> months,
        List<Rate> teams,
        List<Rate> people) {

    private static final int SHOWN = 100;

    /** So many rows of each the page has; the file has all. */
    public int getShown() {
        return SHOWN;
    }

    /**
     * A part of the whole, and where its rows are.
     *
     * @param amount in the company's currency
     * @param percent of the number of the whole
     */
    public record Share(String name, long count, BigDecimal amount, int percent, String href) {}

    /**
     * What was won and what was lost, in the company's currency; each number leads to its rows.
     *
     * @param href to these alone; null where that is nowhere
     */
    public record Rate(
            String name,
            @Nullable String href,
            long won,
            BigDecimal wonAmount,
            String wonHref,
            long lost,
            BigDecimal lostAmount,
            String lostHref) {

        /** Share of the won ones in percent; null when nothing was decided. */
        public @Nullable Long percent() {
            return won + lost == 0 ? null : Math.round(100.0 * won / (won + lost));
        }
    }
}

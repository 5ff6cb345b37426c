package org.triviumcrm.insight.winloss;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the decided opportunities of some months ended, and why. */
record WinLoss(List<Share> states, List<Share> reasons, List<Share> competitors, List<Rate> months, List<Rate> people) {

    /**
     * A part of the whole, and where its rows are.
     *
     * @param amount in the company's currency
     * @param percent of the number of the whole
     */
    record Share(String name, long count, BigDecimal amount, int percent, String href) {}

    /** What was won and what was lost; each number leads to its rows. */
    record Rate(String name, long won, String wonHref, long lost, String lostHref) {

        /** Share of the won ones in percent; null when nothing was decided. */
        public @Nullable Long percent() {
            return won + lost == 0 ? null : Math.round(100.0 * won / (won + lost));
        }
    }
}

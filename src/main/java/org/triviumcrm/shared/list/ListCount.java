package org.triviumcrm.shared.list;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many rows match, counted no further than {@link #CAP}, and sooner given up where few of the rows read match.
 *
 * @param rows that were counted
 * @param capped whether there are more than {@code rows}
 * @param totals sums by column key; empty when there are too many rows to add up on every page
 * @param currency ISO code of those that are money; null where nothing was added up
 */
public record ListCount(
        long rows,
        boolean capped,
        Map<String, BigDecimal> totals,
        @Nullable String currency) {

    public static final long CAP = 5_000;

    private static final long HUNDRED = 100;

    /** Whether all matching rows are few enough to be collected and sorted for one page. */
    boolean isFew() {
        return !capped && rows <= CAP;
    }

    /** A round number that there are more than, when it is not the number itself. */
    public long shown() {
        return capped ? rows / HUNDRED * HUNDRED : rows;
    }
}

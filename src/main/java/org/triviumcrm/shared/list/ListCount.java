package org.triviumcrm.shared.list;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How many rows match, counted no further than {@link #CAP}.
 *
 * @param totals sums by column key; empty when there are too many rows to add up on every page
 */
public record ListCount(long rows, Map<String, BigDecimal> totals) {

    public static final long CAP = 5_000;

    /** Whether there are more than {@link #rows}, which is then the cap. */
    public boolean isCapped() {
        return rows > CAP;
    }

    public long shown() {
        return Math.min(rows, CAP);
    }
}

package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who or what brings how much, the most first.
 *
 * @param rows all of them
 * @param reckonedAt as of when; null for now
 */
public record Pareto(
        ParetoCut cut, List<ParetoRow> rows, @Nullable Instant reckonedAt) {

    private static final int SHOWN = 200;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public List<ParetoRow> shown() {
        return rows.subList(0, Math.min(rows.size(), SHOWN));
    }

    public boolean isLonger() {
        return rows.size() > SHOWN;
    }

    /** Per cent of the rows with per cent of the revenue that they bring, from nothing on. */
    public List<List<BigDecimal>> points() {
        List<List<BigDecimal>> points = new ArrayList<>();
        points.add(List.of(BigDecimal.ZERO, BigDecimal.ZERO));
        for (int place = 1; place <= rows.size(); place++) {
            BigDecimal share = HUNDRED.multiply(BigDecimal.valueOf(place))
                    .divide(BigDecimal.valueOf(rows.size()), 1, RoundingMode.HALF_UP);
            points.add(List.of(share, rows.get(place - 1).reached()));
        }
        return points;
    }
}

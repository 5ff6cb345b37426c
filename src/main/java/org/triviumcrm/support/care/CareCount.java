package org.triviumcrm.support.care;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was planned and done.
 *
 * @param due of those planned, how many should be done by now
 * @param kept of those due, how many are done, late or not
 * @param late of those done, how many after their day
 * @param overdue of those not done, how many should be
 * @param dropped whose task was deleted
 * @param spent on those done: what was entered, else what was planned
 * @param cost of all as planned, in the company's currency
 */
public record CareCount(
        @Nullable Long personId,
        @Nullable String name,
        long planned,
        long due,
        long done,
        long kept,
        long late,
        long overdue,
        long dropped,
        BigDecimal spent,
        BigDecimal cost) {

    /** Per cent of what should be done by now that is done; null when nothing should. */
    public @Nullable BigDecimal share() {
        return due == 0
                ? null
                : BigDecimal.valueOf(100 * kept).divide(BigDecimal.valueOf(due), 1, RoundingMode.HALF_UP);
    }

    static CareCount together(List<CareCount> counts) {
        return new CareCount(
                null,
                null,
                counts.stream().mapToLong(CareCount::planned).sum(),
                counts.stream().mapToLong(CareCount::due).sum(),
                counts.stream().mapToLong(CareCount::done).sum(),
                counts.stream().mapToLong(CareCount::kept).sum(),
                counts.stream().mapToLong(CareCount::late).sum(),
                counts.stream().mapToLong(CareCount::overdue).sum(),
                counts.stream().mapToLong(CareCount::dropped).sum(),
                counts.stream().map(CareCount::spent).reduce(BigDecimal.ZERO, BigDecimal::add),
                counts.stream().map(CareCount::cost).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}

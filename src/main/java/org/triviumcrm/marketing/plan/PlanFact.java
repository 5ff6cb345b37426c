package org.triviumcrm.marketing.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of what is planned or of what has come of it.
 *
 * @param month of the year, 1 to 12; {@link #BEFORE} and {@link #AFTER} for what lies outside of it
 * @param region null where none is said
 * @param methodId null where none is said
 * @param campaignId null for what is planned
 */
record PlanFact(
        int month,
        @Nullable String region,
        @Nullable Long methodId,
        @Nullable Long campaignId,
        PlanAmounts amounts) {

    static final int BEFORE = 0;
    static final int AFTER = 13;

    /** Which month of the year that is. */
    static int month(int year, LocalDate day) {
        if (day.getYear() == year) {
            return day.getMonthValue();
        }
        return day.getYear() < year ? BEFORE : AFTER;
    }

    /** 1 to 4; null outside of the year. */
    @Nullable
    Integer quarter() {
        return month == BEFORE || month == AFTER ? null : (month + 2) / 3;
    }
}

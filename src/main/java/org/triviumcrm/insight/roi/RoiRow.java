package org.triviumcrm.insight.roi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What some campaigns have cost and brought. Amounts are in the company's currency.
 *
 * @param key of the row: an id, a region, a month {@code 2026-04}, the number of a band
 * @param name null where there is none, and for bands and months
 * @param revenue shares of what was won, and what media report
 * @param reported the part of it that media report
 * @param pipeline shares of what is still open
 * @param lowest what the cheapest of the campaigns has cost
 */
record RoiRow(
        String key,
        @Nullable String name,
        long campaigns,
        BigDecimal cost,
        BigDecimal revenue,
        BigDecimal reported,
        BigDecimal pipeline,
        long participants,
        long leads,
        long opportunities,
        long wins,
        BigDecimal lowest,
        BigDecimal highest) {

    private static final int PLACES = 6;

    /** (revenue - cost) / cost in per cent; null where nothing was spent, since there is no figure for that. */
    @Nullable
    BigDecimal roi() {
        return cost.signum() <= 0
                ? null
                : revenue.subtract(cost).movePointRight(2).divide(cost, 2, RoundingMode.HALF_UP);
    }

    @Nullable
    BigDecimal costPerParticipant() {
        return per(participants);
    }

    @Nullable
    BigDecimal costPerLead() {
        return per(leads);
    }

    @Nullable
    BigDecimal costPerOpportunity() {
        return per(opportunities);
    }

    @Nullable
    BigDecimal costPerWin() {
        return per(wins);
    }

    /** Wins of all participants, in per cent; null without any. */
    @Nullable
    BigDecimal conversion() {
        return participants == 0
                ? null
                : BigDecimal.valueOf(wins * 100).divide(BigDecimal.valueOf(participants), 2, RoundingMode.HALF_UP);
    }

    private @Nullable BigDecimal per(long count) {
        return count == 0
                ? null
                : cost.divide(BigDecimal.valueOf(count), PLACES, RoundingMode.HALF_UP)
                        .setScale(2, RoundingMode.HALF_UP);
    }
}

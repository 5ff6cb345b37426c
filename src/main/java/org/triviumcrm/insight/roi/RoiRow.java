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
 * @param participants who came or answered in the months asked for
 * @param converted those of them who bought on the day they came or later: a contract of their customer was signed, or an opportunity of it won
 * @param opportunities each by the campaigns' shares in it, so that one is counted once however many campaigns touched it
 * @param wins of these, likewise
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
        BigDecimal participants,
        BigDecimal converted,
        BigDecimal leads,
        BigDecimal opportunities,
        BigDecimal wins,
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

    /** Of those who came, how many bought, in per cent from 0 to 100; null where nobody came. */
    @Nullable
    BigDecimal conversion() {
        return participants.signum() == 0
                ? null
                : converted.movePointRight(2).divide(participants, 2, RoundingMode.HALF_UP);
    }

    private @Nullable BigDecimal per(BigDecimal count) {
        return count.signum() == 0
                ? null
                : cost.divide(count, PLACES, RoundingMode.HALF_UP).setScale(2, RoundingMode.HALF_UP);
    }
}

package org.triviumcrm.marketing.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What is reported altogether. @param revenue in the company's currency */
public record ResultSums(long impressions, long clicks, long leads, long orders, BigDecimal revenue) {

    static final ResultSums NONE = new ResultSums(0, 0, 0, 0, BigDecimal.ZERO);

    /** Clicks per hundred impressions; null without an impression. */
    public @Nullable BigDecimal clickRate() {
        return impressions == 0
                ? null
                : BigDecimal.valueOf(clicks)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(impressions), 2, RoundingMode.HALF_UP);
    }

    /** What one of so many has cost, to the cent; null when there is none. */
    static @Nullable BigDecimal each(BigDecimal cost, long number) {
        return number == 0 ? null : cost.divide(BigDecimal.valueOf(number), 2, RoundingMode.HALF_UP);
    }

    ResultSums plus(ResultSums other) {
        return new ResultSums(
                impressions + other.impressions,
                clicks + other.clicks,
                leads + other.leads,
                orders + other.orders,
                revenue.add(other.revenue));
    }
}

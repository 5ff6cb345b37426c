package org.triviumcrm.marketing.result;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What is reported of a day, with the name of its campaign. */
public record CampaignResultPage(
        long id,
        long campaignId,
        String campaign,
        LocalDate onDate,
        long impressions,
        long clicks,
        long leads,
        long orders,
        BigDecimal revenue,
        String currency,
        BigDecimal baseRevenue,
        int version) {

    SaveResult toInput() {
        return new SaveResult(onDate, impressions, clicks, leads, orders, revenue, currency, version);
    }
}

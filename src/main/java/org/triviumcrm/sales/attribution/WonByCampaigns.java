package org.triviumcrm.sales.attribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.marketing.CampaignRevenue;
import org.triviumcrm.sales.AttributionModel;

/** What campaigns have won, for marketing's plans. */
@Component
class WonByCampaigns implements CampaignRevenue {

    private final AttributionRepository attributions;

    WonByCampaigns(AttributionRepository attributions) {
        this.attributions = attributions;
    }

    @Override
    public List<Month> months(Collection<Long> campaignIds) {
        return campaignIds.isEmpty() ? List.of() : attributions.months(campaignIds);
    }

    /** What is signed counts on the day of its first signature, won or not: only the page of what campaigns brought has all of that. */
    @Override
    public String rows(long campaignId, @Nullable LocalDate from, @Nullable LocalDate to) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/insight/return/opportunities")
                .queryParam("model", AttributionModel.EVEN)
                .queryParam("outcome", "WON")
                .queryParam("campaign", campaignId);
        if (from != null) {
            uri.queryParam("from", YearMonth.from(from));
        }
        if (to != null) {
            uri.queryParam("to", YearMonth.from(to));
        }
        return uri.toUriString();
    }
}

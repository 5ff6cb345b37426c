package org.triviumcrm.sales.attribution;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.marketing.CampaignRevenue;
import org.triviumcrm.shared.list.ListLink;

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

    @Override
    public String rows(long campaignId, @Nullable LocalDate from, @Nullable LocalDate to) {
        ListLink link =
                ListLink.to("/sales/opportunities").is("campaign", campaignId).is("state", "WON");
        return (from == null && to == null ? link : link.days("closedOn", from, to)).toString();
    }
}

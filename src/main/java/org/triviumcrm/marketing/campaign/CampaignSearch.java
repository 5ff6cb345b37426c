package org.triviumcrm.marketing.campaign;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.search.SearchTarget;

/** Campaigns are found by name and reference. */
@Configuration(proxyBeanMethods = false)
class CampaignSearch {

    @Bean
    SearchTarget campaignSearchTarget() {
        return new SearchTarget(
                CampaignList.NOUN,
                "marketing.campaign.view",
                "campaign",
                List.of("r.name", "coalesce(r.reference, '')"),
                "concat_ws(', ', method.name, r.region)",
                "left join marketing_term method on method.id = r.method_id",
                CampaignList.PATH,
                "speakerphone",
                40);
    }
}

package org.triviumcrm.sales.opportunity;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.search.SearchTarget;

/** Opportunities are found by name and reference. */
@Configuration(proxyBeanMethods = false)
class OpportunitySearch {

    @Bean
    SearchTarget opportunitySearchTarget() {
        return new SearchTarget(
                        "opportunity",
                        "sales.opportunity.view",
                        "opportunity",
                        List.of("r.name", "coalesce(r.reference, '')"),
                        "concat_ws(', ', customer.name, stage.name)",
                        "left join customer on customer.id = r.customer_id left join stage on stage.id = r.stage_id",
                        "/sales/opportunities",
                        "target",
                        30)
                .byNumbers();
    }
}

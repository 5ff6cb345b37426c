package org.triviumcrm.sales.competitor;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.RowScope;
import org.triviumcrm.shared.search.SearchTarget;

/** Competitors are found by name; everybody who sells sees all of them. */
@Configuration(proxyBeanMethods = false)
class CompetitorSearch {

    @Bean
    SearchTarget competitorSearchTarget() {
        return new SearchTarget(
                        "competitor",
                        "sales.opportunity.view",
                        "competitor",
                        List.of("r.name"),
                        "coalesce(r.website, '')",
                        "",
                        "/sales/competitors",
                        "swords",
                        70)
                .seenBy(reader -> RowScope.EVERY_ROW);
    }
}

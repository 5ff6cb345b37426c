package org.triviumcrm.marketing.lead;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.search.SearchTarget;

/** Leads are found by name, company, reference, e-mail and telephone. */
@Configuration(proxyBeanMethods = false)
class LeadSearch {

    @Bean
    SearchTarget leadSearchTarget() {
        return new SearchTarget(
                        "lead",
                        "marketing.lead.view",
                        "lead",
                        List.of(
                                "coalesce(r.full_name, '')",
                                "coalesce(r.company, '')",
                                "coalesce(r.email, '')",
                                "coalesce(r.reference, '')",
                                "search_digits(r.phone)"),
                        "concat_ws(', ', case when r.full_name is not null then r.company end, r.email)",
                        "",
                        LeadList.PATH,
                        "user-search",
                        25)
                .byNumbers();
    }
}

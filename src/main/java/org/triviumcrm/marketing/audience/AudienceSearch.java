package org.triviumcrm.marketing.audience;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.search.SearchTarget;

/** Target lists are found by name. */
@Configuration(proxyBeanMethods = false)
class AudienceSearch {

    @Bean
    SearchTarget audienceSearchTarget() {
        return new SearchTarget(
                AudienceList.NOUN,
                "marketing.audience.view",
                "audience",
                List.of("r.name"),
                "left(r.note, 100)",
                "",
                AudienceList.PATH,
                "users-group",
                42);
    }
}

package org.triviumcrm.customer.contact;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.search.SearchTarget;

/** Contacts are found by name, reference, e-mail and telephone. */
@Configuration(proxyBeanMethods = false)
class ContactSearch {

    @Bean
    SearchTarget contactSearchTarget() {
        return new SearchTarget(
                        "contact",
                        "customer.contact.view",
                        "contact",
                        List.of(
                                "r.name",
                                "coalesce(r.reference, '')",
                                "coalesce(r.email, '')",
                                "search_digits(r.phone)",
                                "search_digits(r.mobile)"),
                        "concat_ws(', ', r.job_title, customer.name)",
                        "left join customer on customer.id = r.customer_id",
                        "/contacts",
                        "user",
                        20)
                .byNumbers();
    }
}

package org.triviumcrm.customer.customer;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.search.SearchTarget;

/** Customers are found by name, reference, e-mail and telephone. */
@Configuration(proxyBeanMethods = false)
class CustomerSearch {

    @Bean
    SearchTarget customerSearchTarget() {
        return new SearchTarget(
                        "customer",
                        "customer.customer.view",
                        "customer",
                        List.of(
                                "r.name",
                                "coalesce(r.reference, '')",
                                "coalesce(r.email, '')",
                                "search_digits(r.phone)"),
                        "concat_ws(', ', r.city, r.country)",
                        "",
                        "/customers",
                        "building",
                        10)
                .byNumbers();
    }
}

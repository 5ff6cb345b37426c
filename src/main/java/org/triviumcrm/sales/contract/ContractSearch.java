package org.triviumcrm.sales.contract;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.search.SearchTarget;

/** Contracts are found by number and name. */
@Configuration(proxyBeanMethods = false)
class ContractSearch {

    @Bean
    SearchTarget contractSearchTarget() {
        return new SearchTarget(
                        ContractList.NOUN,
                        "sales.contract.view",
                        "contract",
                        List.of("r.number", "r.name"),
                        "concat_ws(', ', customer.name, r.name)",
                        "left join customer on customer.id = r.customer_id",
                        ContractList.PATH,
                        "file-certificate",
                        36)
                .byNumbers();
    }
}

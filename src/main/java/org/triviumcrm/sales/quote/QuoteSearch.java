package org.triviumcrm.sales.quote;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.search.SearchTarget;

/** Quotes are found by number and name. */
@Configuration(proxyBeanMethods = false)
class QuoteSearch {

    @Bean
    SearchTarget quoteSearchTarget() {
        return new SearchTarget(
                        QuoteList.NOUN,
                        "sales.quote.view",
                        "quote",
                        List.of("r.number", "r.name"),
                        "concat_ws(', ', customer.name, r.name)",
                        "left join customer on customer.id = r.customer_id",
                        QuoteList.PATH,
                        "file-invoice",
                        35)
                .byNumbers();
    }
}

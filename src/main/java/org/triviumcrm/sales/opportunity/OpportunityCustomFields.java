package org.triviumcrm.sales.opportunity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.customer.FieldCarrier;

/** Opportunities can have custom fields. */
@Configuration(proxyBeanMethods = false)
class OpportunityCustomFields {

    static final String NOUN = "opportunity";

    @Bean
    FieldCarrier fieldsOfOpportunities() {
        return new FieldCarrier(NOUN, "o", 40);
    }
}

package org.triviumcrm.marketing.lead;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.customer.FieldCarrier;

/** Leads can have custom fields. */
@Configuration(proxyBeanMethods = false)
class LeadFields {

    static final String NOUN = "lead";

    @Bean
    FieldCarrier fieldsOfLeads() {
        return new FieldCarrier(NOUN, "l", 30);
    }
}

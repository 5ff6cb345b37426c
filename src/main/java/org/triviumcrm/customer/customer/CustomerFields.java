package org.triviumcrm.customer.customer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.customer.FieldCarrier;

/** Customers can have custom fields. */
@Configuration(proxyBeanMethods = false)
class CustomerFields {

    static final String NOUN = "customer";

    @Bean
    FieldCarrier fieldsOfCustomers() {
        return new FieldCarrier(NOUN, "c", 10);
    }
}

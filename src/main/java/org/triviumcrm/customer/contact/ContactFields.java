package org.triviumcrm.customer.contact;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.customer.FieldCarrier;

/** Contacts can have custom fields. */
@Configuration(proxyBeanMethods = false)
class ContactFields {

    static final String NOUN = "contact";

    @Bean
    FieldCarrier fieldsOfContacts() {
        return new FieldCarrier(NOUN, "c", 20);
    }
}

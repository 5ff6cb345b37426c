package org.triviumcrm.support.ticket;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.customer.FieldCarrier;

/** Tickets can have custom fields. */
@Configuration(proxyBeanMethods = false)
class TicketCustomFields {

    static final String NOUN = "ticket";

    @Bean
    FieldCarrier fieldsOfTickets() {
        return new FieldCarrier(NOUN, "t", 60);
    }
}

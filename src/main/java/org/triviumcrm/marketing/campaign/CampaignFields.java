package org.triviumcrm.marketing.campaign;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.customer.FieldCarrier;

/** Campaigns can have custom fields. */
@Configuration(proxyBeanMethods = false)
class CampaignFields {

    static final String NOUN = "campaign";

    @Bean
    FieldCarrier fieldsOfCampaigns() {
        return new FieldCarrier(NOUN, "c", 50);
    }
}

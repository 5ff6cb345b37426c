package org.triviumcrm.marketing.participant;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.marketing.people.PersonKind;

/** Whoever stands in a list of customers, contacts or leads can be put into a campaign from there. */
@Configuration(proxyBeanMethods = false)
class ParticipantActions {

    @Bean
    @Order(20)
    BulkAction<AddToCampaign> customersIntoCampaigns(ParticipantService participants) {
        return new ParticipantAction(PersonKind.CUSTOMER, participants);
    }

    @Bean
    @Order(20)
    BulkAction<AddToCampaign> contactsIntoCampaigns(ParticipantService participants) {
        return new ParticipantAction(PersonKind.CONTACT, participants);
    }

    @Bean
    @Order(20)
    BulkAction<AddToCampaign> leadsIntoCampaigns(ParticipantService participants) {
        return new ParticipantAction(PersonKind.LEAD, participants);
    }
}

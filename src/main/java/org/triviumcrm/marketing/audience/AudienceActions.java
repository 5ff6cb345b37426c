package org.triviumcrm.marketing.audience;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.marketing.people.PersonKind;

/** Whoever stands in a list of customers, contacts or leads can be put on a target list from there. */
@Configuration(proxyBeanMethods = false)
class AudienceActions {

    @Bean
    @Order(21)
    BulkAction<AddToAudience> customersOntoTargetLists(AudienceMemberService members, AudienceService audiences) {
        return new AudienceAction(PersonKind.CUSTOMER, members, audiences);
    }

    @Bean
    @Order(21)
    BulkAction<AddToAudience> contactsOntoTargetLists(AudienceMemberService members, AudienceService audiences) {
        return new AudienceAction(PersonKind.CONTACT, members, audiences);
    }

    @Bean
    @Order(21)
    BulkAction<AddToAudience> leadsOntoTargetLists(AudienceMemberService members, AudienceService audiences) {
        return new AudienceAction(PersonKind.LEAD, members, audiences);
    }
}

package org.triviumcrm.survey.invitation;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.survey.SurveyAudience;

/** Contacts themselves. */
@Component
@Order(1)
class ContactAudience implements SurveyAudience {

    @Override
    public String noun() {
        return "contact";
    }

    @Override
    public String permission() {
        return "customer.contact.view";
    }

    @Override
    public String contacts(String rows) {
        return rows;
    }
}

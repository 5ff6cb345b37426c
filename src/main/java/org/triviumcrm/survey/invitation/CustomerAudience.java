package org.triviumcrm.survey.invitation;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.survey.SurveyAudience;

/** All contacts of customers. */
@Component
@Order(2)
class CustomerAudience implements SurveyAudience {

    @Override
    public String noun() {
        return "customer";
    }

    @Override
    public String permission() {
        return "customer.customer.view";
    }

    @Override
    public String contacts(String rows) {
        return "select k.id from contact k where k.customer_id in (" + rows + ")";
    }
}

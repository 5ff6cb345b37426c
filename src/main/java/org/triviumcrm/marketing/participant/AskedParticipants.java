package org.triviumcrm.marketing.participant;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.survey.SurveyAudience;

/** Participants of campaigns can be asked by a survey: contacts themselves, of customers all contacts; leads are none. */
@Component
@Order(3)
class AskedParticipants implements SurveyAudience {

    @Override
    public String noun() {
        return ParticipantList.NOUN;
    }

    @Override
    public String permission() {
        return "marketing.campaign.view";
    }

    @Override
    public String contacts(String rows) {
        return """
                select coalesce(n.contact_id, k.id) from campaign_participant n
                left join contact k on k.customer_id = n.customer_id
                where n.lead_id is null and coalesce(n.contact_id, k.id) is not null and n.id in (%s)""".formatted(rows);
    }
}

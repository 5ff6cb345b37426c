package org.triviumcrm.survey.invitation;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerAttributeSource;
import org.triviumcrm.customer.CustomerBehaviour;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.condition.Once;
import org.triviumcrm.survey.Surveys;

/** Which surveys customers have answered; not what they said. */
@Component
@Order(60)
class SurveyAttributes implements CustomerAttributeSource {

    private static final String ANSWERED =
            "select r.customer_id, r.at as happened, r.survey_id as thing from survey_response r where r.customer_id is not null";

    private final MessageSource messages;
    private final Surveys surveys;

    SurveyAttributes(MessageSource messages, Surveys surveys) {
        this.messages = messages;
        this.surveys = surveys;
    }

    @Override
    public List<CustomerBehaviour> behaviours(Viewer viewer, Locale locale) {
        if (!viewer.can("survey.survey.view")) {
            return List.of();
        }
        ConditionField survey = new ConditionField(
                "survey",
                say("survey.sheet.title", locale),
                FieldKind.CHOICE,
                Once.of(() -> surveys.choices(viewer, null)));
        ConditionField answered = ConditionField.typed(
                        "answered", say("survey.invitation.did.answered", locale), FieldKind.EVENTS)
                .under(say("survey.invitation.did", locale));
        return List.of(new CustomerBehaviour(answered.with(survey), ANSWERED));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

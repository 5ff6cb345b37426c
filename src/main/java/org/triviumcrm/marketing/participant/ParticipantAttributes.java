package org.triviumcrm.marketing.participant;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerAttributeSource;
import org.triviumcrm.customer.CustomerBehaviour;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.Campaigns;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;

/** How customers, or people who work there, took campaigns; for whoever sees all campaigns. */
@Component
@Order(40)
class ParticipantAttributes implements CustomerAttributeSource {

    /** A customer itself, or through one of its people. */
    private static final String EVENTS =
            "select coalesce(p.customer_id, k.customer_id) as customer_id, p.%1$s as happened, p.campaign_id as thing"
                    + " from campaign_participant p left join contact k on k.id = p.contact_id where p.%1$s is not null";

    private final MessageSource messages;
    private final Campaigns campaigns;

    ParticipantAttributes(MessageSource messages, Campaigns campaigns) {
        this.messages = messages;
        this.campaigns = campaigns;
    }

    @Override
    public List<CustomerBehaviour> behaviours(Viewer viewer, Locale locale) {
        if (!viewer.can("marketing.campaign.view")
                || !viewer.scope("campaign").sql("x").equals("true")) {
            return List.of();
        }
        return Stream.of("invited", "attended", "responded")
                .map(step -> behaviour(viewer, step, locale))
                .toList();
    }

    private CustomerBehaviour behaviour(Viewer viewer, String step, Locale locale) {
        ConditionField campaign = ConditionField.found(
                "campaign",
                say("marketing.campaign.one", locale),
                "/marketing/campaigns/choices",
                id -> campaign(viewer, id));
        ConditionField field = ConditionField.typed(
                        step, say("marketing.participant.did." + step, locale), FieldKind.EVENTS)
                .under(say("marketing.participant.did", locale));
        return new CustomerBehaviour(field.with(campaign), EVENTS.formatted(step + "_at"));
    }

    private String campaign(Viewer viewer, String id) {
        String name = id.matches("\\d{1,18}") ? campaigns.name(viewer, Long.parseLong(id)) : null;
        return name == null ? id : name;
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

package org.triviumcrm.support.ticket;

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
import org.triviumcrm.support.type.TypeService;

/** How often customers asked for service, and which; for whoever sees all tickets. */
@Component
@Order(50)
class TicketAttributes implements CustomerAttributeSource {

    private static final String ASKED =
            "select t.customer_id, t.created_at as happened, t.type_id as thing from ticket t where t.customer_id is not null";

    private final MessageSource messages;
    private final TypeService types;

    TicketAttributes(MessageSource messages, TypeService types) {
        this.messages = messages;
        this.types = types;
    }

    @Override
    public List<CustomerBehaviour> behaviours(Viewer viewer, Locale locale) {
        if (!viewer.can("support.ticket.view")
                || !viewer.scope(TicketList.NOUN).sql("x").equals("true")) {
            return List.of();
        }
        ConditionField type = new ConditionField(
                "type",
                say("support.ticket.type", locale),
                FieldKind.CHOICE,
                Once.of(() -> types.choices(viewer, null)));
        ConditionField asked = ConditionField.typed("asked", say("support.ticket.did.asked", locale), FieldKind.EVENTS)
                .under(say("support.ticket.did", locale));
        return List.of(new CustomerBehaviour(asked.with(type), ASKED));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

package org.triviumcrm.customer.activity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerAttributeSource;
import org.triviumcrm.customer.CustomerBehaviour;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.web.Option;

/** How often somebody has spoken with customers; planned work is not counted before its time. */
@Component
@Order(25)
class ActivityAttributes implements CustomerAttributeSource {

    private static final String SPOKEN =
            "select a.customer_id, a.at as happened, a.kind as thing from activity a where a.kind in ('CALL', 'MEETING')"
                    + " and a.customer_id is not null and a.at <= now()";

    private final MessageSource messages;

    ActivityAttributes(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<CustomerBehaviour> behaviours(Viewer viewer, Locale locale) {
        ConditionField kind = new ConditionField(
                "kind",
                say("customer.activity.kind", locale),
                FieldKind.CHOICE,
                () -> Stream.of(ActivityKind.CALL, ActivityKind.MEETING)
                        .map(one -> new Option(one.name(), say("customer.activity." + one, locale)))
                        .toList());
        ConditionField spoken = ConditionField.typed(
                        "spoken", say("customer.activity.did.spoken", locale), FieldKind.EVENTS)
                .under(say("customer.activity.did", locale));
        return List.of(new CustomerBehaviour(spoken.with(kind), SPOKEN));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

package org.triviumcrm.customer.value;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerAttribute;
import org.triviumcrm.customer.CustomerAttributeSource;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.customer.ValueSegment;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.web.Option;

/** What customers are worth, for whoever may see that of all of them. */
@Component
@Order(20)
class ValueAttributes implements CustomerAttributeSource {

    private static final String JOIN = "left join customer_value worth on worth.customer_id = c.id";

    private final MessageSource messages;

    ValueAttributes(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<CustomerAttribute> attributes(Viewer viewer, Locale locale) {
        if (!viewer.can("customer.value.view")) {
            return List.of();
        }
        return List.of(
                choice("valueClass", "worth.value_class", ValueClass.class, "customer.value.class", locale),
                choice("valueSegment", "worth.segment", ValueSegment.class, "customer.value.segment", locale),
                keyCustomer(locale),
                new CustomerAttribute(
                        ConditionField.typed(
                                        "revenue",
                                        messages.getMessage("customer.value.revenue", null, locale),
                                        FieldKind.MONEY)
                                .under(heading(locale)),
                        "worth.revenue",
                        JOIN,
                        true));
    }

    private CustomerAttribute choice(
            String key, String sql, Class<? extends Enum<?>> values, String message, Locale locale) {
        ConditionField field = new ConditionField(
                key,
                messages.getMessage(message, null, locale),
                FieldKind.CHOICE,
                () -> Arrays.stream(values.getEnumConstants())
                        .map(one ->
                                new Option(one.name(), messages.getMessage(message + "." + one.name(), null, locale)))
                        .toList());
        return new CustomerAttribute(field.under(heading(locale)), sql, JOIN, true);
    }

    /** Whether it is one of the few who bring most: what they have in common can be learned from the others. */
    private CustomerAttribute keyCustomer(Locale locale) {
        ConditionField field = new ConditionField(
                "keyCustomer",
                messages.getMessage("customer.value.key", null, locale),
                FieldKind.BOOLEAN,
                () -> List.of(
                        new Option("true", messages.getMessage("shared.condition.yes", null, locale)),
                        new Option("false", messages.getMessage("shared.condition.no", null, locale))));
        return new CustomerAttribute(
                field.under(heading(locale)), "coalesce(worth.value_class = 'A', false)", JOIN, true);
    }

    private String heading(Locale locale) {
        return messages.getMessage("customer.value.attributes", null, locale);
    }
}

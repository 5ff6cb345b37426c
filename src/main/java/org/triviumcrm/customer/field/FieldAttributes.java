package org.triviumcrm.customer.field;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerAttribute;
import org.triviumcrm.customer.CustomerAttributeSource;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.web.Option;

/** The custom fields of customers, for segments and target mining. Several choices and links are nothing that those compare. */
@Component
@Order(15)
class FieldAttributes implements CustomerAttributeSource {

    private static final String CUSTOMER = "customer";

    private final FieldCatalogue fields;
    private final MessageSource messages;

    FieldAttributes(FieldCatalogue fields, MessageSource messages) {
        this.fields = fields;
        this.messages = messages;
    }

    @Override
    public List<CustomerAttribute> attributes(Viewer viewer, Locale locale) {
        return fields.of(CUSTOMER).stream()
                .filter(FieldSpec::active)
                .flatMap(field -> field(field, locale)
                        .map(found -> found.under(say("customer.field.one", locale)))
                        .map(found -> new CustomerAttribute(found, field.sql("c"), "", !field.sensitive())))
                .toList();
    }

    private Stream<ConditionField> field(FieldSpec field, Locale locale) {
        return switch (field.kind()) {
            case TEXT -> typed(field, FieldKind.TEXT, locale);
            case NUMBER, MONEY -> typed(field, FieldKind.NUMBER, locale);
            case DATE -> typed(field, FieldKind.DATE, locale);
            case PERSON -> typed(field, FieldKind.PERSON, locale);
            case CHOICE -> choices(field, FieldKind.CHOICE, chosen(field, locale), locale);
            case YES_NO ->
                choices(
                        field,
                        FieldKind.BOOLEAN,
                        List.of(
                                new Option("true", say("shared.condition.yes", locale)),
                                new Option("false", say("shared.condition.no", locale))),
                        locale);
            case CHOICES, RECORD -> Stream.empty();
        };
    }

    private static Stream<ConditionField> typed(FieldSpec field, FieldKind kind, Locale locale) {
        return Stream.of(ConditionField.typed(field.column(), field.name(locale), kind));
    }

    private static Stream<ConditionField> choices(FieldSpec field, FieldKind kind, List<Option> all, Locale locale) {
        return Stream.of(new ConditionField(
                field.column(), field.name(locale), kind, () -> all, null, UnaryOperator.identity()));
    }

    private static List<Option> chosen(FieldSpec field, Locale locale) {
        return field.choices().stream()
                .map(choice -> new Option(choice.key(), choice.name(locale)))
                .toList();
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

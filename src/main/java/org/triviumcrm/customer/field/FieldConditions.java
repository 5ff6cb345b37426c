package org.triviumcrm.customer.field;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomFields.Asked;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.web.Option;

/** Custom fields as what conditions ask for. */
@Component
class FieldConditions {

    private final MessageSource messages;

    FieldConditions(MessageSource messages) {
        this.messages = messages;
    }

    List<Asked> asked(List<FieldSpec> fields, String alias, Locale locale) {
        return fields.stream()
                .flatMap(field -> field(field, locale)
                        .map(found -> found.under(say("customer.field.one", locale)))
                        .map(found -> new Asked(found, field.sql(alias), !field.sensitive(), field.active())))
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
            case CHOICES -> choices(field, FieldKind.SEVERAL, chosen(field, locale), locale);
            case RECORD -> Stream.empty();
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

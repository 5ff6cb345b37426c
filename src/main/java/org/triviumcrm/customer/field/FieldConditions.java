package org.triviumcrm.customer.field;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomFields.Asked;
import org.triviumcrm.customer.CustomFields.Compared;
import org.triviumcrm.customer.CustomValues;
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

    List<Compared> compared(List<FieldSpec> fields) {
        return fields.stream()
                .flatMap(field -> kind(field).stream()
                        .map(kind ->
                                new Compared(field.column(), kind, field.message(), locale -> choices(field, locale))))
                .toList();
    }

    /** By the columns of the fields, in the class of their kinds. */
    Map<String, Object> values(List<FieldSpec> fields, CustomValues values) {
        Map<String, Object> typed = new LinkedHashMap<>();
        for (FieldSpec field : fields) {
            Object value = values.get(field.key());
            FieldKind kind = value == null ? null : kind(field).orElse(null);
            if (value != null && kind != null) {
                typed.put(field.column(), typed(kind, value));
            }
        }
        return typed;
    }

    private static Object typed(FieldKind kind, Object value) {
        return switch (kind) {
            case NUMBER -> new BigDecimal(value.toString());
            case DATE -> LocalDate.parse(value.toString());
            case PERSON -> Long.valueOf(value.toString());
            case BOOLEAN -> Boolean.valueOf(value.toString());
            case SEVERAL ->
                ((Collection<?>) value).stream().map(String::valueOf).sorted().collect(Collectors.joining(" "));
            default -> value.toString();
        };
    }

    private Stream<ConditionField> field(FieldSpec field, Locale locale) {
        return kind(field).stream().map(kind -> {
            List<Option> all = choices(field, locale);
            return new ConditionField(field.column(), field.name(locale), kind, () -> all);
        });
    }

    /** Empty for what conditions can't compare. */
    private static Optional<FieldKind> kind(FieldSpec field) {
        return Optional.ofNullable(
                switch (field.kind()) {
                    case TEXT -> FieldKind.TEXT;
                    case NUMBER, MONEY -> FieldKind.NUMBER;
                    case DATE -> FieldKind.DATE;
                    case PERSON -> FieldKind.PERSON;
                    case CHOICE -> FieldKind.CHOICE;
                    case YES_NO -> FieldKind.BOOLEAN;
                    case CHOICES -> FieldKind.SEVERAL;
                    case RECORD -> null;
                });
    }

    private List<Option> choices(FieldSpec field, Locale locale) {
        return switch (field.kind()) {
            case CHOICE, CHOICES -> chosen(field, locale);
            case YES_NO ->
                List.of(
                        new Option("true", say("shared.condition.yes", locale)),
                        new Option("false", say("shared.condition.no", locale)));
            default -> List.of();
        };
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

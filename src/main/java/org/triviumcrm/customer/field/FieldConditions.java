package org.triviumcrm.customer.field;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.search.SearchTarget;
import org.triviumcrm.shared.web.Option;

/** Custom fields as what conditions ask for. */
@Component
class FieldConditions {

    private static final String PEOPLE = "/people/choices?type=colleague";

    private final LinkedRecordRepository records;
    private final People people;
    private final MessageSource messages;

    FieldConditions(LinkedRecordRepository records, People people, MessageSource messages) {
        this.records = records;
        this.people = people;
        this.messages = messages;
    }

    List<Asked> asked(List<FieldSpec> fields, String alias, Locale locale) {
        return fields.stream()
                .flatMap(field -> field(field, locale)
                        .map(found -> found.under(say("customer.field.one", locale)))
                        .map(found -> new Asked(found, field.sql(alias), !field.sensitive(), field.active())))
                .toList();
    }

    /** Values are ids of records; one that somebody does not see has no name for them. */
    List<Asked> links(Viewer viewer, List<FieldSpec> fields, String alias, Locale locale) {
        List<Asked> links = new ArrayList<>();
        for (FieldSpec field : fields) {
            records.target(field.target())
                    .filter(target -> field.kind() == org.triviumcrm.customer.FieldKind.RECORD)
                    .filter(target -> viewer.can(target.permission()))
                    .map(target -> new ConditionField(
                            field.column(),
                            field.name(locale),
                            FieldKind.RECORD,
                            List::of,
                            "/fields/records/" + target.noun(),
                            id -> named(viewer, target, id, locale)))
                    .map(found -> found.under(say("customer.field.one", locale)))
                    .ifPresent(
                            found -> links.add(new Asked(found, field.sql(alias), !field.sensitive(), field.active())));
        }
        return links;
    }

    private String named(Viewer viewer, SearchTarget target, String id, Locale locale) {
        return Optional.of(id)
                .filter(digits -> digits.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .filter(number -> records.isVisible(viewer, target, number))
                .flatMap(number -> records.name(target, number))
                .orElseGet(() -> say("customer.field.hidden", locale));
    }

    private String person(String id) {
        return Optional.of(id)
                .filter(digits -> digits.matches("\\d{1,18}"))
                .flatMap(digits -> people.find(Long.parseLong(digits)))
                .map(PersonRef::name)
                .orElse(id);
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
            return kind == FieldKind.PERSON
                    ? new ConditionField(field.column(), field.name(locale), kind, List::of, PEOPLE, this::person)
                    : new ConditionField(field.column(), field.name(locale), kind, () -> all);
        });
    }

    /** Empty for links, see {@link #links}. */
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

package org.triviumcrm.customer.field;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.shared.format.Format;

/** Values of custom fields as people read them. */
@Component
class FieldTexts {

    private final LinkedRecordRepository records;
    private final People people;
    private final Format format;
    private final MessageSource messages;

    FieldTexts(LinkedRecordRepository records, People people, Format format, MessageSource messages) {
        this.records = records;
        this.people = people;
        this.format = format;
        this.messages = messages;
    }

    @Nullable
    String text(FieldSpec field, CustomValues values, Locale locale) {
        Object value = values.get(field.key());
        if (value == null) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT -> value.toString();
            case NUMBER -> format.number(decimal(value));
            case MONEY -> format.money(decimal(value), String.valueOf(values.get(field.currencyKey())));
            case DATE -> format.date(LocalDate.parse(value.toString()));
            case CHOICE, CHOICES -> FieldNames.chosen(field, value.toString(), locale);
            case YES_NO ->
                messages.getMessage("shared.list." + (Boolean.TRUE.equals(value) ? "yes" : "no"), null, locale);
            case PERSON, RECORD -> named(field, value.toString());
        };
    }

    /** What the person or the record is called that was chosen, whether or not it was saved; null when there is none. */
    @Nullable
    String named(FieldSpec field, String id) {
        if (!id.matches("\\d{1,18}")) {
            return null;
        }
        long number = Long.parseLong(id);
        return switch (field.kind()) {
            case PERSON -> people.find(number).map(PersonRef::name).orElse(null);
            case RECORD ->
                records.target(field.target())
                        .flatMap(target -> records.name(target, number))
                        .orElse(null);
            default -> null;
        };
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }
}

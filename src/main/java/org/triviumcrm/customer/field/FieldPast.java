package org.triviumcrm.customer.field;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.FieldCarrier;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryFieldSource;

/** Custom fields in the histories of their records; those that are retired as well. */
@Component
class FieldPast implements HistoryFieldSource {

    private final FieldCatalogue fields;

    FieldPast(FieldCatalogue fields) {
        this.fields = fields;
    }

    @Override
    public List<HistoryField> fields(String table) {
        return fields.of(table).stream().flatMap(FieldPast::kept).toList();
    }

    private static Stream<HistoryField> kept(FieldSpec field) {
        HistoryField value = new HistoryField(FieldCarrier.COLUMN + "." + field.key(), field.message(), kind(field));
        return field.kind() == FieldKind.MONEY
                ? Stream.of(value, HistoryField.text(FieldCarrier.COLUMN + "." + field.currencyKey(), field.message()))
                : Stream.of(value);
    }

    private static String kind(FieldSpec field) {
        return switch (field.kind()) {
            case TEXT -> HistoryField.TEXT;
            case NUMBER, MONEY -> HistoryField.NUMBER;
            case DATE -> HistoryField.DATE;
            case YES_NO -> HistoryField.YES_NO;
            case CHOICE, CHOICES -> field.message();
            case PERSON -> "person";
            case RECORD -> LinkedRecordRepository.LINKED + field.target();
        };
    }
}

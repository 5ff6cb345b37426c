package org.triviumcrm.customer.field;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.FieldCarrier;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.FieldMode;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportReference;
import org.triviumcrm.shared.exchange.ImportRow;

/** Custom fields in files that are imported. A field goes by the key of its column in lists. */
@Component
class FieldImports {

    private static final String PERSON = "person";

    private static final long GREATEST = 99_999_999_999_999_999L;

    private final ObjectProvider<ImportReference> references;
    private final FieldChoices choices;

    FieldImports(ObjectProvider<ImportReference> references, FieldChoices choices) {
        this.references = references;
        this.choices = choices;
    }

    List<ImportField> with(List<ImportField> fields, List<FieldSpec> custom) {
        List<ImportField> all = new ArrayList<>(fields);
        custom.forEach(field -> importable(field).forEach(all::add));
        return List.copyOf(all);
    }

    private Stream<ImportField> importable(FieldSpec field) {
        String[] headers = Stream.of(field.name(), field.chinese(), field.key())
                .filter(header -> header != null)
                .map(header -> String.valueOf(header).toLowerCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
        String key = field.column();
        return switch (field.kind()) {
            case TEXT -> Stream.of(ImportField.text(key, FieldReader.LONGEST_TEXT, headers));
            case CHOICE, CHOICES -> Stream.of(ImportField.text(key, 0, headers));
            case NUMBER ->
                Stream.of(ImportField.of(FieldType.NUMBER, key, headers).between(-GREATEST, GREATEST));
            case MONEY ->
                Stream.of(ImportField.of(FieldType.DECIMAL, key, headers).between(-GREATEST, GREATEST));
            case DATE -> Stream.of(ImportField.of(FieldType.DATE, key, headers));
            case YES_NO -> Stream.of(ImportField.of(FieldType.YES_NO, key, headers));
            case PERSON -> Stream.of(ImportField.reference(key, PERSON, headers));
            case RECORD ->
                references.stream()
                        .map(ImportReference::key)
                        .filter(noun -> noun.equals(field.target()))
                        .map(noun -> ImportField.reference(key, noun, headers));
        };
    }

    void take(
            List<FieldSpec> fields,
            ImportContext context,
            ImportRow row,
            @Nullable ExistingRecord record,
            Map<String, Object> columns) {
        CustomValues before = CustomValues.valueOf(record == null ? null : record.text(FieldCarrier.COLUMN));
        Map<String, @Nullable Object> changes = new HashMap<>();
        for (FieldSpec field : fields) {
            Object said = row.values().get(field.column());
            if (said == null && record == null) {
                said = Initial.typed(field, context.today(), context.personId());
            }
            if (said != null && isFree(field, context, before)) {
                take(field, said, context, row, before, changes);
            }
        }
        CustomValues after = before.with(changes);
        if (!after.equals(before) || record == null) {
            columns.put(FieldCarrier.COLUMN, after);
        }
    }

    private static boolean isFree(FieldSpec field, ImportContext context, CustomValues before) {
        FieldMode mode = context.mode(field.column());
        return before.get(field.key()) == null || mode == FieldMode.OVERWRITE;
    }

    private void take(
            FieldSpec field,
            Object said,
            ImportContext context,
            ImportRow row,
            CustomValues before,
            Map<String, @Nullable Object> changes) {
        String text = said instanceof BigDecimal number ? number.toPlainString() : said.toString();
        try {
            changes.put(field.key(), FieldReader.read(field, text));
            if (field.kind() == FieldKind.MONEY) {
                Object currency = before.get(field.currencyKey());
                changes.put(field.currencyKey(), currency == null ? context.currency() : currency);
            }
        } catch (FieldProblem e) {
            if (field.kind().isChosen() && field.growing()) {
                changes.put(field.key(), choices.chosen(field, text, context.dry()));
            } else {
                row.refuse("exchange.refusal.unknown", field.column(), text);
            }
        }
    }
}

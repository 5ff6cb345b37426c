package org.triviumcrm.customer.field;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.FieldCarrier;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.web.EditableFields;
import org.triviumcrm.shared.web.NotFound;

/** The custom fields for the modules that keep records. */
@Component
class KnownFields implements CustomFields {

    private final FieldCatalogue catalogue;
    private final FieldImports imports;
    private final FieldTexts texts;
    private final FieldConditions conditions;
    private final LinkedRecordRepository records;
    private final People people;
    private final Companies companies;
    private final Clock clock;

    KnownFields(
            FieldCatalogue catalogue,
            FieldImports imports,
            FieldTexts texts,
            FieldConditions conditions,
            LinkedRecordRepository records,
            People people,
            Companies companies,
            Clock clock) {
        this.catalogue = catalogue;
        this.imports = imports;
        this.texts = texts;
        this.conditions = conditions;
        this.records = records;
        this.people = people;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public List<FieldSpec> of(String noun) {
        return all(noun).stream().filter(FieldSpec::active).toList();
    }

    @Override
    public List<FieldSpec> all(String noun) {
        return catalogue.of(noun);
    }

    @Override
    public List<Asked> asked(String noun, String alias, Locale locale) {
        return conditions.asked(all(noun), alias, locale);
    }

    @Override
    public List<Asked> links(Viewer viewer, String noun, String alias, Locale locale) {
        return conditions.links(viewer, all(noun), alias, locale);
    }

    @Override
    public List<Compared> compared(String noun) {
        return conditions.compared(all(noun));
    }

    @Override
    public Map<String, Object> compared(String noun, CustomValues values) {
        return conditions.values(all(noun), values);
    }

    @Override
    public CustomValues read(Viewer viewer, String noun, Map<String, String> typed, @Nullable CustomValues before) {
        CustomValues saved = before == null ? CustomValues.NONE : before;
        Map<String, @Nullable Object> changes = new HashMap<>();
        for (FieldSpec field : of(noun)) {
            String text = typed.get(field.key());
            String said = text != null ? text : before == null ? initial(viewer, field) : null;
            if (said != null && (text != null || isThere(viewer, field, said))) {
                read(viewer, field, said, typed.get(field.currencyKey()), saved, changes);
            }
        }
        return saved.with(changes);
    }

    /** What nobody has typed begins empty where the person or record is not there any more, or not for who makes the new one. */
    private boolean isThere(Viewer viewer, FieldSpec field, String initial) {
        return !(value(field, initial) instanceof Long id) || isChoosable(viewer, field, id);
    }

    private @Nullable String initial(Viewer viewer, FieldSpec field) {
        ZoneId zone = viewer.isJob() ? companies.zone() : viewer.zone();
        return Initial.typed(field, LocalDate.ofInstant(clock.instant(), zone), viewer.personId());
    }

    private void read(
            Viewer viewer,
            FieldSpec field,
            String text,
            @Nullable String currency,
            CustomValues saved,
            Map<String, @Nullable Object> changes) {
        Object value = value(field, text);
        if (value instanceof Long id && !Objects.equals(value, number(saved.get(field.key())))) {
            requireChoosable(viewer, field, id);
        }
        changes.put(field.key(), value);
        if (field.kind() == FieldKind.MONEY) {
            String known = currency == null || currency.isBlank() ? companies.currency() : currency;
            changes.put(field.currencyKey(), value == null ? null : known);
        }
    }

    private static @Nullable Object value(FieldSpec field, String text) {
        try {
            return FieldReader.read(field, text);
        } catch (FieldProblem e) {
            throw new IllegalArgumentException("No value of " + field.key() + ": " + e.key());
        }
    }

    private static @Nullable Long number(@Nullable Object id) {
        return id instanceof Number number ? Long.valueOf(number.longValue()) : null;
    }

    private void requireChoosable(Viewer viewer, FieldSpec field, long id) {
        if (!isChoosable(viewer, field, id)) {
            throw new NotFound();
        }
    }

    private boolean isChoosable(Viewer viewer, FieldSpec field, long id) {
        return field.kind() == FieldKind.PERSON
                ? people.find(id).isPresent()
                : records.target(field.target())
                        .filter(target -> records.isVisible(viewer, target, id))
                        .isPresent();
    }

    @Override
    public EditableFields editable(String noun, EditableFields fields) {
        List<String> keys = of(noun).stream().map(FieldSpec::key).toList();
        return fields.withEntries(FieldCarrier.COLUMN, keys, CustomValues.CURRENCY);
    }

    @Override
    public List<ImportField> importable(String noun, List<ImportField> fields) {
        return imports.with(fields, of(noun));
    }

    @Override
    public void take(
            String noun,
            ImportContext context,
            ImportRow row,
            @Nullable ExistingRecord record,
            Map<String, Object> columns) {
        imports.take(of(noun), context, row, record, columns);
    }

    @Override
    public @Nullable String text(FieldSpec field, CustomValues values, Locale locale) {
        return texts.text(field, values, locale);
    }
}

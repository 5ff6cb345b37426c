package org.triviumcrm.customer.field;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.FieldCarrier;
import org.triviumcrm.customer.FieldSpec;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.search.SearchTarget;
import org.triviumcrm.shared.web.FieldValues;
import org.triviumcrm.shared.web.Option;

/** What pages show of custom fields. In templates {@code @customFields}. */
@Component("customFields")
public class FieldInputs {

    private final CustomFields fields;
    private final FieldTexts texts;
    private final LinkedRecordRepository records;
    private final FieldValues values;
    private final Companies companies;
    private final Format format;

    FieldInputs(
            CustomFields fields,
            FieldTexts texts,
            LinkedRecordRepository records,
            FieldValues values,
            Companies companies,
            Format format) {
        this.fields = fields;
        this.texts = texts;
        this.records = records;
        this.values = values;
        this.companies = companies;
        this.format = format;
    }

    public List<FieldSpec> of(String noun) {
        return fields.of(noun);
    }

    /** @param name as the address of its form has it: {@code custom-size} */
    public @Nullable FieldSpec named(String noun, String name) {
        return of(noun).stream()
                .filter(field -> name.equals(FieldCarrier.COLUMN + "-" + field.key()))
                .findFirst()
                .orElse(null);
    }

    /**
     * What the form holds of a field, whether or not it could be read.
     *
     * @param blank whether the form is for a new record
     */
    public String typed(IExpressionContext context, FieldSpec field, boolean blank) {
        return values.of(context, FieldCarrier.COLUMN) instanceof Map<?, ?> typed && typed.containsKey(field.key())
                ? String.valueOf(typed.get(field.key()))
                : blank ? initial(context, field) : "";
    }

    private String initial(IExpressionContext context, FieldSpec field) {
        long personId = context.getVariable("viewer") instanceof Viewer viewer ? viewer.personId() : 0;
        return Objects.requireNonNullElse(Initial.typed(field, format.today(), personId), "");
    }

    public String currency(IExpressionContext context, FieldSpec field) {
        return values.of(context, FieldCarrier.COLUMN) instanceof Map<?, ?> typed
                        && typed.get(field.currencyKey()) instanceof String chosen
                        && !chosen.isBlank()
                ? chosen
                : companies.currency();
    }

    public List<String> currencies(String chosen) {
        Set<String> all = new LinkedHashSet<>(List.of(companies.currency(), "USD", "EUR", "GBP", "CNY", "JPY"));
        all.add(chosen);
        return new ArrayList<>(all);
    }

    /** What can be chosen, and what is chosen already. */
    public List<Option> choices(FieldSpec field, String typed) {
        List<String> chosen = FieldReader.names(typed);
        return field.choices().stream()
                .filter(choice -> choice.active() || chosen.contains(choice.key()))
                .map(choice -> new Option(choice.key(), choice.name(locale())))
                .toList();
    }

    public boolean isChosen(String typed, Object key) {
        return FieldReader.names(typed).contains(key.toString());
    }

    public @Nullable String chosen(FieldSpec field, String typed) {
        return texts.named(field, typed);
    }

    public String name(FieldSpec field) {
        return field.name(locale());
    }

    public @Nullable String help(FieldSpec field) {
        return field.help(locale());
    }

    public @Nullable String text(FieldSpec field, CustomValues held) {
        return texts.text(field, held, locale());
    }

    /** Where the record is that was chosen; null for anything else. */
    public @Nullable String link(FieldSpec field, CustomValues held) {
        Object id = held.get(field.key());
        return id == null
                ? null
                : records.target(field.target())
                        .map(SearchTarget::path)
                        .map(path -> path + "/" + id)
                        .orElse(null);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}

package org.triviumcrm.marketing.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.ConditionSql;
import org.triviumcrm.shared.condition.ConditionWords;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Option;
import tools.jackson.databind.json.JsonMapper;

/** What rules can ask of leads, and the conditions of rules: as they are stored, as SQL, as a sentence. */
@Component
class LeadAttributes {

    /** Texts that many leads share, with the column of each. */
    private static final List<String> WORDS = List.of("industry", "country", "region", "city", "source");

    private static final String LEAD = "lead";

    private static final Map<String, String> TEXTS =
            Map.of("jobTitle", "job_title", "company", "company", "email", "email", "phone", "phone");

    private final JsonMapper json;
    private final MessageSource messages;
    private final Format format;
    private final Companies companies;
    private final CustomFields custom;
    private final JdbcClient database;

    LeadAttributes(
            JsonMapper json,
            MessageSource messages,
            Format format,
            Companies companies,
            CustomFields custom,
            JdbcClient database) {
        this.json = json;
        this.messages = messages;
        this.format = format;
        this.companies = companies;
        this.custom = custom;
        this.database = database;
    }

    /** What the form offers, by key and in its order. */
    Map<String, ConditionField> offered(Locale locale) {
        Map<String, ConditionField> fields = own(locale);
        custom(locale)
                .filter(CustomFields.Asked::active)
                .forEach(one -> fields.put(one.field().key(), one.field()));
        return fields;
    }

    /** Those that were offered once as well. */
    private Map<String, ConditionField> fields(Locale locale) {
        Map<String, ConditionField> fields = own(locale);
        custom(locale).forEach(one -> fields.put(one.field().key(), one.field()));
        return fields;
    }

    private Stream<CustomFields.Asked> custom(Locale locale) {
        return custom.asked(LEAD, "l", locale).stream()
                .filter(one -> one.field().kind() != FieldKind.PERSON);
    }

    private Map<String, ConditionField> own(Locale locale) {
        Map<String, ConditionField> fields = new LinkedHashMap<>();
        WORDS.forEach(word -> fields.put(
                word,
                ConditionField.found(
                        word, label(word, locale), "/lists/lead/choices/" + word, UnaryOperator.identity())));
        List.of("jobTitle", "company", "email", "phone")
                .forEach(key -> fields.put(key, ConditionField.typed(key, label(key, locale), FieldKind.TEXT)));
        fields.put(
                "campaign",
                ConditionField.found(
                        "campaign", label("campaign", locale), "/marketing/campaigns/choices", this::campaign));
        List.of("noEmail", "noCall")
                .forEach(key -> fields.put(
                        key,
                        new ConditionField(
                                key,
                                label(key, locale),
                                FieldKind.BOOLEAN,
                                () -> List.of(
                                        new Option("true", messages.getMessage("shared.condition.yes", null, locale)),
                                        new Option(
                                                "false", messages.getMessage("shared.condition.no", null, locale))))));
        custom.asked(LEAD, "l", locale).forEach(one -> fields.put(one.field().key(), one.field()));
        return fields;
    }

    /** Leads of whom they hold. */
    ConditionSql.Matching matching(ConditionGroup conditions) {
        Map<String, ConditionSql.Known> known = new LinkedHashMap<>();
        WORDS.forEach(word ->
                known.put(word, new ConditionSql.Known(FieldKind.CHOICE, "l." + word + " collate trivium_words", "")));
        TEXTS.forEach((key, column) -> known.put(key, new ConditionSql.Known(FieldKind.TEXT, "l." + column, "")));
        known.put("campaign", new ConditionSql.Known(FieldKind.CHOICE, "cast(l.campaign_id as text)", ""));
        known.put("noEmail", new ConditionSql.Known(FieldKind.BOOLEAN, "l.no_email", ""));
        known.put("noCall", new ConditionSql.Known(FieldKind.BOOLEAN, "l.no_call", ""));
        custom(Locale.ENGLISH)
                .forEach(one -> known.put(
                        one.field().key(), new ConditionSql.Known(one.field().kind(), one.sql(), "")));
        return new ConditionSql("lead l", "l.id", known, Map.of(), (field, id) -> Set.of(id)).of(conditions);
    }

    ConditionGroup read(String stored) {
        return json.readValue(stored, ConditionGroup.class);
    }

    String write(ConditionGroup conditions) {
        return json.writeValueAsString(conditions);
    }

    String sentence(ConditionGroup conditions, Locale locale) {
        return words(locale).of(conditions);
    }

    /** For many. */
    ConditionWords words(Locale locale) {
        return new ConditionWords(messages, format, locale, fields(locale), Map.of(), companies.currency());
    }

    private String campaign(String id) {
        return id.matches("\\d{1,18}")
                ? database.sql("select name from campaign where id = ?")
                        .param(Long.valueOf(id))
                        .query(String.class)
                        .optional()
                        .orElse(id)
                : id;
    }

    private String label(String key, Locale locale) {
        return messages.getMessage("marketing.lead." + key, null, locale);
    }
}

package org.triviumcrm.marketing.score;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.marketing.lead.LeadAttribute;
import org.triviumcrm.marketing.lead.LeadAttributes;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.ConditionSql;
import org.triviumcrm.shared.condition.ConditionWords;
import org.triviumcrm.shared.format.Format;
import tools.jackson.databind.json.JsonMapper;

/** The conditions of rules: as they are stored, as SQL, as a sentence. */
@Component
class ScoreConditions {

    private final LeadAttributes attributes;
    private final JsonMapper json;
    private final MessageSource messages;
    private final Format format;
    private final Companies companies;

    ScoreConditions(
            LeadAttributes attributes, JsonMapper json, MessageSource messages, Format format, Companies companies) {
        this.attributes = attributes;
        this.json = json;
        this.messages = messages;
        this.format = format;
        this.companies = companies;
    }

    /** What rules can ask, by key and in the order of the form; retired fields too, whose values are still there. */
    Map<String, ConditionField> offered(Locale locale) {
        Map<String, ConditionField> fields = new LinkedHashMap<>();
        attributes.all(locale).forEach((key, one) -> fields.put(key, one.field()));
        return fields;
    }

    /** Leads of whom they hold. */
    ConditionSql.Matching matching(ConditionGroup conditions) {
        Map<String, ConditionSql.Known> known = new LinkedHashMap<>();
        for (LeadAttribute one : attributes.all(Locale.ENGLISH).values()) {
            known.put(one.key(), new ConditionSql.Known(one.field().kind(), one.sql(), ""));
        }
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
        return new ConditionWords(messages, format, locale, offered(locale), Map.of(), companies.currency());
    }
}

package org.triviumcrm.customer.segment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerAttributes;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.ConditionSql;
import org.triviumcrm.shared.condition.ConditionWords;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.format.Format;
import tools.jackson.databind.json.JsonMapper;

/** The conditions of segments: as they are stored, as SQL, and as a sentence. */
@Component
class SegmentConditions {

    /** Segments hold for the company, whoever reads them: what they ask is known of all customers. */
    private static final Viewer ALL = Viewer.job("customer.log.segments");

    private final CustomerAttributes attributes;
    private final Teams teams;
    private final People people;
    private final Companies companies;
    private final MessageSource messages;
    private final Format format;
    private final JsonMapper json;
    private final Clock clock;

    SegmentConditions(
            CustomerAttributes attributes,
            Teams teams,
            People people,
            Companies companies,
            MessageSource messages,
            Format format,
            JsonMapper json,
            Clock clock) {
        this.attributes = attributes;
        this.teams = teams;
        this.people = people;
        this.companies = companies;
        this.messages = messages;
        this.format = format;
        this.json = json;
        this.clock = clock;
    }

    ConditionGroup read(String stored) {
        return json.readValue(stored, ConditionGroup.class);
    }

    String write(ConditionGroup conditions) {
        return json.writeValueAsString(conditions);
    }

    /** What a viewer may ask for, as the form offers it. */
    Map<String, ConditionField> fields(Viewer viewer, Locale locale) {
        return attributes.fields(viewer, locale);
    }

    /**
     * Those who fit today, by the company's clock.
     *
     * @throws IllegalArgumentException for what can't be asked, or not any more: a field that was taken away
     */
    ConditionSql.Matching matching(ConditionGroup conditions) {
        return today(sql().of(conditions));
    }

    /** The same for a sample: quick where only a few customers are read. */
    ConditionSql.Matching matchingFew(ConditionGroup conditions) {
        return today(sql().forFew().of(conditions));
    }

    private ConditionSql sql() {
        Map<String, ConditionSql.Known> known = new HashMap<>();
        attributes
                .attributes(ALL, Locale.ENGLISH)
                .forEach((key, one) ->
                        known.put(key, new ConditionSql.Known(one.field().kind(), one.sql(), one.join())));
        Map<String, ConditionSql.Events> events = new HashMap<>();
        attributes
                .behaviours(ALL, Locale.ENGLISH)
                .forEach((key, one) ->
                        events.put(key, new ConditionSql.Events(subjects(one.events()), subjects(one.whatever()))));
        return new ConditionSql(
                "customer c",
                "c.id",
                known,
                events,
                (field, id) -> field.equals("team") ? teams.andBelow(id) : Set.of(id));
    }

    private static String subjects(String events) {
        return "select b.customer_id as subject, b.happened, b.thing from (" + events + ") b";
    }

    private ConditionSql.Matching today(ConditionSql.Matching matching) {
        ZoneId zone = companies.current().map(Company::zone).orElse(ZoneOffset.UTC);
        return matching.with(Map.of("zone", zone.getId(), "today", LocalDate.ofInstant(clock.instant(), zone)));
    }

    /** "Industry is Retail and bought GTX Pro is at least 2 times within the last 90 days". */
    String sentence(ConditionGroup conditions, Locale locale) {
        return sentence(ALL, conditions, locale);
    }

    /** The same for a reader: records that they do not see have no name. */
    String sentence(Viewer viewer, ConditionGroup conditions, Locale locale) {
        Map<String, ConditionField> all = new HashMap<>(attributes.fields(ALL, locale));
        all.replaceAll((key, field) -> field.kind() == FieldKind.RECORD ? field.unnamed("…") : field);
        all.putAll(attributes.fields(viewer, locale));
        List<Long> named = ConditionWords.peopleIn(all, List.of(conditions));
        return new ConditionWords(messages, format, locale, all, people.names(named), companies.currency())
                .of(conditions);
    }

    /** What a person is called whom a condition names. */
    String person(String id) {
        return id.matches("\\d{1,18}")
                ? people.names(List.of(Long.valueOf(id))).getOrDefault(Long.valueOf(id), id)
                : id;
    }

    String currency() {
        return companies.currency();
    }
}

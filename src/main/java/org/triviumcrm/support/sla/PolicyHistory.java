package org.triviumcrm.support.sla;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.shared.condition.ConditionWords;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of policies. */
@Configuration(proxyBeanMethods = false)
class PolicyHistory {

    static final String TABLE = "sla_policy";

    private static final String CONDITIONS = "sla-conditions";
    private static final String TARGETS = "sla-targets";

    @Bean
    HistoryTable historyOfPolicies() {
        return new HistoryTable(
                TABLE,
                "support.sla.one",
                "name",
                PolicyController.PATH + "/{id}/edit",
                List.of(
                        HistoryField.text("name", "support.sla.name"),
                        new HistoryField("position", "support.sla.position", HistoryField.NUMBER),
                        new HistoryField("active", "support.sla.active", HistoryField.YES_NO),
                        new HistoryField("conditions", "support.sla.conditions", CONDITIONS),
                        new HistoryField("targets", "support.sla.promised", TARGETS),
                        new HistoryField("calendar_id", "support.sla.calendar", "business_calendar"),
                        new HistoryField("pause_pending", "support.sla.pausePending", HistoryField.YES_NO),
                        new HistoryField("pause_on_hold", "support.sla.pauseOnHold", HistoryField.YES_NO),
                        new HistoryField("responses_pause", "support.sla.responsesPause", HistoryField.YES_NO),
                        new HistoryField("warn_percent", "support.sla.warnPercent", HistoryField.NUMBER),
                        new HistoryField("warn_owner", "support.sla.warnOwner", HistoryField.YES_NO),
                        new HistoryField("warn_manager", "support.sla.warnManager", HistoryField.YES_NO),
                        new HistoryField("breach_owner", "support.sla.breachOwner", HistoryField.YES_NO),
                        new HistoryField("breach_manager", "support.sla.breachManager", HistoryField.YES_NO),
                        new HistoryField("breach_raise", "support.sla.breachRaise", HistoryField.YES_NO),
                        new HistoryField("breach_queue_id", "support.sla.breachQueue", "ticket_queue"),
                        new HistoryField("breach_person_id", "support.sla.breachPerson", "person")));
    }

    @Bean
    HistoryNames namesOfPolicies(JdbcClient database) {
        return new RecordNames(database, TABLE);
    }

    @Bean
    HistoryNames wordsOfPolicyTargets(SlaWords words) {
        return new Words(
                TARGETS, (stored, locale) -> String.join(" · ", words.targets(PolicyTargets.read(stored), locale)));
    }

    @Bean
    HistoryNames wordsOfPolicyConditions(
            PolicyConditions conditions,
            PolicyFields fields,
            MessageSource messages,
            Format format,
            Companies companies) {
        return new Words(
                CONDITIONS,
                (stored, locale) -> new ConditionWords(
                                messages, format, locale, fields.in(locale), Map.of(), companies.currency())
                        .of(conditions.read(stored)));
    }

    private interface Saying {
        String say(String stored, Locale locale);
    }

    private record Words(String kind, Saying saying) implements HistoryNames {

        @Override
        public Map<String, String> names(Collection<String> values, Locale locale) {
            Map<String, String> names = new HashMap<>();
            values.forEach(value -> names.put(value, saying.say(value, locale)));
            return names;
        }
    }
}

package org.triviumcrm.marketing.score;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.ConstantNames;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of rules. */
@Configuration(proxyBeanMethods = false)
class ScoreHistory {

    static final String TABLE = "score_rule";

    private static final String EVENT = "score-event";
    private static final String CONDITIONS = "score-conditions";

    @Bean
    HistoryTable historyOfScoreRules() {
        return new HistoryTable(
                TABLE,
                "marketing.score.one",
                "name",
                ScoreController.PATH + "/rules/{id}/edit",
                List.of(
                        HistoryField.text("name", "marketing.score.name"),
                        new HistoryField("points", "marketing.score.points", HistoryField.NUMBER),
                        new HistoryField("event", "marketing.score.event", EVENT),
                        new HistoryField("conditions", "marketing.score.conditions", CONDITIONS),
                        new HistoryField("half_life_days", "marketing.score.halfLife", HistoryField.NUMBER),
                        new HistoryField("most", "marketing.score.most", HistoryField.NUMBER),
                        new HistoryField("active", "marketing.score.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfScoreRules(JdbcClient database) {
        return new RecordNames(database, TABLE);
    }

    @Bean
    HistoryNames namesOfScoreEvents(MessageSource messages) {
        return new ConstantNames(messages, EVENT, "marketing.score.event.");
    }

    @Bean
    HistoryNames wordsOfScoreRules(ScoreConditions attributes) {
        return new HistoryNames() {
            @Override
            public String kind() {
                return CONDITIONS;
            }

            @Override
            public Map<String, String> names(Collection<String> values, Locale locale) {
                Map<String, String> names = new HashMap<>();
                values.forEach(value -> names.put(value, attributes.sentence(attributes.read(value), locale)));
                return names;
            }
        };
    }
}

package org.triviumcrm.customer.segment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of segments. */
@Configuration(proxyBeanMethods = false)
class SegmentHistory {

    static final String TABLE = "segment";

    private static final String CONDITIONS = "segment-conditions";

    @Bean
    HistoryTable historyOfSegments() {
        return new HistoryTable(
                TABLE,
                "customer.segment.one",
                "name",
                SegmentList.PATH + "/{id}",
                List.of(
                        HistoryField.text("name", "customer.segment.name"),
                        HistoryField.text("note", "customer.segment.note"),
                        new HistoryField("conditions", "customer.segment.conditions", CONDITIONS)));
    }

    @Bean
    HistoryNames namesOfSegments(JdbcClient database) {
        return new RecordNames(database, TABLE);
    }

    @Bean
    HistoryNames wordsOfSegments(SegmentConditions conditions) {
        return new HistoryNames() {
            @Override
            public String kind() {
                return CONDITIONS;
            }

            @Override
            public Map<String, String> names(Collection<String> values, Locale locale) {
                Map<String, String> names = new HashMap<>();
                values.forEach(value -> names.put(value, conditions.sentence(conditions.read(value), locale)));
                return names;
            }
        };
    }
}

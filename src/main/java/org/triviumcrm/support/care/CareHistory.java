package org.triviumcrm.support.care;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.customer.Segments;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of plans of care. */
@Configuration(proxyBeanMethods = false)
class CareHistory {

    static final String TABLE = "care_plan";

    private static final String SEGMENTS = "care-segments";

    @Bean
    HistoryTable historyOfCarePlans() {
        return new HistoryTable(
                TABLE,
                "support.care.one",
                "name",
                CareController.PATH + "/{id}",
                List.of(
                        text("name", "name"),
                        text("starts_on", "startsOn"),
                        text("ends_on", "endsOn"),
                        text("value_classes", "valueClasses"),
                        text("segments", "segments"),
                        text("levels", "levels"),
                        new HistoryField("member_of", "customer.segment.one", SEGMENTS),
                        new HistoryField("budget", "support.care.budget", HistoryField.NUMBER),
                        text("note", "note"),
                        text("state", "state"),
                        new HistoryField("owner_id", "support.care.owner", "person")));
    }

    private static HistoryField text(String column, String key) {
        return HistoryField.text(column, "support.care." + key);
    }

    @Bean
    HistoryNames namesOfCarePlans(JdbcClient database) {
        return new RecordNames(database, TABLE);
    }

    /** Ids of segments, a line each, by their names. */
    @Bean
    HistoryNames namesOfSegmentsCaredFor(Segments segments) {
        return new HistoryNames() {
            @Override
            public String kind() {
                return SEGMENTS;
            }

            @Override
            public Map<String, String> names(Collection<String> values, Locale locale) {
                return values.stream().distinct().collect(Collectors.toMap(value -> value, value -> {
                    List<Long> ids = value.lines().map(Long::valueOf).toList();
                    Map<Long, String> known = segments.names(ids);
                    return ids.stream()
                            .map(id -> known.getOrDefault(id, String.valueOf(id)))
                            .collect(Collectors.joining(", "));
                }));
            }
        };
    }
}

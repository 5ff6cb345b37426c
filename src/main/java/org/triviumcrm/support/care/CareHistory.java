package org.triviumcrm.support.care;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of plans of care. */
@Configuration(proxyBeanMethods = false)
class CareHistory {

    static final String TABLE = "care_plan";

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
}

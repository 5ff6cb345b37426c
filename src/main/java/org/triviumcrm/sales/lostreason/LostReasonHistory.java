package org.triviumcrm.sales.lostreason;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of lost reasons. */
@Configuration(proxyBeanMethods = false)
class LostReasonHistory {

    @Bean
    HistoryTable historyOfLostReasons() {
        return new HistoryTable(
                "lost_reason",
                "sales.lostreason.one",
                "name",
                "/administration/lost-reasons/{id}/edit",
                List.of(
                        HistoryField.text("name", "shared.name.name"),
                        new HistoryField("needs_competitor", "sales.lostreason.needsCompetitor", HistoryField.YES_NO),
                        new HistoryField("active", "shared.name.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfLostReasons(JdbcClient database) {
        return new RecordNames(database, "lost_reason");
    }
}

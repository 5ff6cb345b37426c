package org.triviumcrm.sales.competitor;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of competitors. */
@Configuration(proxyBeanMethods = false)
class CompetitorHistory {

    @Bean
    HistoryTable historyOfCompetitors() {
        return new HistoryTable(
                "competitor",
                "sales.competitor.one",
                "name",
                "/administration/competitors/{id}/edit",
                List.of(
                        HistoryField.text("name", "shared.name.name"),
                        HistoryField.text("website", "sales.competitor.website"),
                        HistoryField.text("description", "sales.competitor.description"),
                        HistoryField.text("products", "sales.competitor.products"),
                        HistoryField.text("strengths", "sales.competitor.strengths"),
                        HistoryField.text("weaknesses", "sales.competitor.weaknesses"),
                        HistoryField.text("answers", "sales.competitor.answers"),
                        new HistoryField("active", "shared.name.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfCompetitors(JdbcClient database) {
        return new RecordNames(database, "competitor");
    }
}

package org.triviumcrm.marketing.term;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of the words of marketing. */
@Configuration(proxyBeanMethods = false)
class TermHistory {

    @Bean
    HistoryTable historyOfMarketingTerms() {
        return new HistoryTable(
                "marketing_term",
                "marketing.term.one",
                "name",
                "/administration/marketing-terms/{id}",
                List.of(
                        HistoryField.text("name", "marketing.term.name"),
                        new HistoryField("active", "marketing.term.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfMarketingTerms(JdbcClient database) {
        return new RecordNames(database, "marketing_term");
    }
}

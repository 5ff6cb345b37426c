package org.triviumcrm.sales.template;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of templates. */
@Configuration(proxyBeanMethods = false)
class QuoteTemplateHistory {

    @Bean
    HistoryTable historyOfQuoteTemplates() {
        return new HistoryTable(
                "quote_template",
                "sales.template.one",
                "name",
                "/administration/quote-templates/{id}/edit",
                List.of(
                        HistoryField.text("name", "shared.name.name"),
                        HistoryField.text("language", "sales.quote.language"),
                        new HistoryField("valid_days", "sales.template.validDays", HistoryField.NUMBER),
                        HistoryField.text("introduction", "sales.quote.introduction"),
                        HistoryField.text("terms", "sales.quote.terms"),
                        new HistoryField("active", "shared.name.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfQuoteTemplates(JdbcClient database) {
        return new RecordNames(database, "quote_template");
    }
}

package org.triviumcrm.sales.tax;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of rates. */
@Configuration(proxyBeanMethods = false)
class TaxRateHistory {

    @Bean
    HistoryTable historyOfTaxRates() {
        return new HistoryTable(
                "tax_rate",
                "sales.tax.one",
                "name",
                "/administration/tax-rates/{id}/edit",
                List.of(
                        HistoryField.text("name", "shared.name.name"),
                        HistoryField.text("name_zh", "sales.unit.nameZh"),
                        new HistoryField("percent", "sales.tax.percent", HistoryField.NUMBER),
                        new HistoryField("usual", "sales.tax.usual", HistoryField.YES_NO),
                        new HistoryField("active", "shared.name.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfTaxRates(JdbcClient database) {
        return new RecordNames(database, "tax_rate");
    }
}

package org.triviumcrm.sales.unit;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of units. */
@Configuration(proxyBeanMethods = false)
class ProductUnitHistory {

    @Bean
    HistoryTable historyOfProductUnits() {
        return new HistoryTable(
                "product_unit",
                "sales.unit.one",
                "name",
                "/administration/product-units/{id}/edit",
                List.of(
                        HistoryField.text("name", "shared.name.name"),
                        HistoryField.text("name_zh", "sales.unit.nameZh"),
                        new HistoryField("active", "shared.name.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfProductUnits(JdbcClient database) {
        return new RecordNames(database, "product_unit");
    }
}

package org.triviumcrm.sales.product;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of products. */
@Configuration(proxyBeanMethods = false)
class ProductHistory {

    @Bean
    HistoryTable historyOfProducts() {
        return new HistoryTable(
                "product",
                "sales.product.one",
                "name",
                "/sales/products/{id}/edit",
                List.of(
                        HistoryField.text("name", "sales.product.name"),
                        HistoryField.text("reference", "sales.product.reference"),
                        HistoryField.text("series", "sales.product.series"),
                        new HistoryField("list_price", "sales.product.listPrice", HistoryField.NUMBER),
                        HistoryField.text("currency", "sales.product.currency"),
                        new HistoryField("active", "sales.product.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfProducts(JdbcClient database) {
        return new RecordNames(database, "product");
    }
}

package org.triviumcrm.sales.category;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of categories. */
@Configuration(proxyBeanMethods = false)
class ProductCategoryHistory {

    @Bean
    HistoryTable historyOfProductCategories() {
        return new HistoryTable(
                "product_category",
                "sales.category.one",
                "name",
                "/administration/product-categories/{id}/edit",
                List.of(
                        HistoryField.text("name", "shared.name.name"),
                        new HistoryField("parent_id", "sales.category.parent", "product_category"),
                        new HistoryField("active", "shared.name.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfProductCategories(JdbcClient database) {
        return new RecordNames(database, "product_category");
    }
}

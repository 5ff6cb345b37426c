package org.triviumcrm.sales.product;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.ConstantNames;
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
                "/sales/products/{id}",
                List.of(
                        HistoryField.text("name", "sales.product.name"),
                        HistoryField.text("reference", "sales.product.reference"),
                        HistoryField.text("series", "sales.product.series"),
                        HistoryField.text("name_zh", "sales.unit.nameZh"),
                        new HistoryField("kind", "sales.product.kind", "product-kind"),
                        new HistoryField("product_category_id", "sales.product.category", "product_category"),
                        new HistoryField("unit_id", "sales.product.unit", "product_unit"),
                        new HistoryField("tax_rate_id", "sales.product.tax", "tax_rate"),
                        HistoryField.text("description", "sales.product.description"),
                        HistoryField.text("description_zh", "sales.product.descriptionZh"),
                        new HistoryField("list_price", "sales.product.listPrice", HistoryField.NUMBER),
                        HistoryField.text("currency", "sales.product.currency"),
                        new HistoryField("active", "sales.product.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfProductKinds(MessageSource messages) {
        return new ConstantNames(messages, "product-kind", "sales.product.kind.");
    }

    @Bean
    HistoryNames namesOfProducts(JdbcClient database) {
        return new RecordNames(database, "product");
    }
}

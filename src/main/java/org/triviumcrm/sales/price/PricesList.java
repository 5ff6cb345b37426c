package org.triviumcrm.sales.price;

import static org.triviumcrm.shared.list.ColumnType.DECIMAL;
import static org.triviumcrm.shared.list.ColumnType.INSTANT;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;
import org.triviumcrm.shared.list.RowScope;

/** What the list of prices shows, sorts and filters by; each with its index. */
@Configuration(proxyBeanMethods = false)
class PricesList {

    static final String NOUN = "price";
    static final String PATH = "/sales/prices";

    @Bean
    ListDefinition prices() {
        return ListDefinition.of(NOUN, PATH)
                .messages("sales.price")
                .permissions("sales.product.view", "sales.product.manage")
                .from("price", "r")
                .seenBy(reader -> RowScope.EVERY_ROW)
                .join("left join product on product.id = r.product_id")
                .join("left join price_list l on l.id = r.price_list_id")
                .column(ListColumn.link("product", "product.name", "r.id", PATH + "/{id}")
                        .filterable("r.product_id", Choices.records("product", "name"))
                        .shown())
                .column(ListColumn.text("reference", "product.reference").shown())
                .column(ListColumn.link("list", "l.name", "r.price_list_id", PriceListController.PATH + "/{id}")
                        .filterable("r.price_list_id", Choices.rows("price_list", "name"))
                        .shown())
                .column(ListColumn.of("minQuantity", DECIMAL, "nullif(r.min_quantity, 0)")
                        .shown())
                .column(ListColumn.money("amount", "r.amount", "l.currency")
                        .sortableNotNull("r.amount")
                        .filterable()
                        .shown())
                .column(ListColumn.of("updatedAt", INSTANT, "r.updated_at")
                        .sortableNotNull("r.updated_at")
                        .filterable()
                        .shown())
                .sortedBy("-updatedAt")
                .build();
    }
}

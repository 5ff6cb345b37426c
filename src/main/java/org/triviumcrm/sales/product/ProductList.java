package org.triviumcrm.sales.product;

import static org.triviumcrm.shared.list.ColumnType.INSTANT;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;
import org.triviumcrm.shared.list.RowScope;

/** What the list of products shows, sorts and filters by; each with its index. */
@Configuration(proxyBeanMethods = false)
class ProductList {

    static final String NOUN = "product";
    static final String PATH = "/sales/products";

    @Bean
    ListDefinition products() {
        return ListDefinition.of(NOUN, PATH)
                .messages("sales.product")
                .permissions("sales.product.view", "sales.product.manage")
                .from("product", "g")
                .seenBy(reader -> RowScope.EVERY_ROW)
                .join("left join product_category category on category.id = g.product_category_id")
                .join("left join product_unit unit on unit.id = g.unit_id")
                .join("left join tax_rate tax on tax.id = g.tax_rate_id")
                .column(ListColumn.link("name", "g.name", "g.id", PATH + "/{id}")
                        .sortableNotNull("g.name")
                        .filterable()
                        .containing("g.search_pieces")
                        .shown())
                .column(ListColumn.text("reference", "g.reference")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.choice("kind", "g.kind", Choices.of(ProductKind.class, "sales.product.kind"))
                        .filterable()
                        .shown())
                .column(ListColumn.named("category", "category.name", "g.product_category_id")
                        .filterable("g.product_category_id", Choices.tree("product_category", "name"))
                        .shown())
                .column(ListColumn.text("series", "g.series")
                        .sortable()
                        .filterable("g.series", Choices.distinct("product", "series"))
                        .shown())
                .column(ListColumn.named("unit", "unit.name", "g.unit_id")
                        .filterable("g.unit_id", Choices.rows("product_unit", "name"))
                        .shown())
                .column(ListColumn.named("tax", "tax.name", "g.tax_rate_id")
                        .filterable("g.tax_rate_id", Choices.rows("tax_rate", "name")))
                .column(ListColumn.money("listPrice", "g.list_price", "g.currency")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.choice(
                                "state",
                                "case when g.active then 'active' else 'retired' end",
                                Choices.of(List.of("active", "retired"), "sales.product.state"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.of("updatedAt", INSTANT, "g.updated_at")
                        .sortableNotNull("g.updated_at")
                        .filterable())
                .startingWith("state", "active")
                .sortedBy("name")
                .build();
    }
}

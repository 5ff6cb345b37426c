package org.triviumcrm.marketing.cost;

import static org.triviumcrm.shared.list.ColumnType.DATE;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;

/** What the list of costs shows, sorts and filters by; each with its index. */
@Configuration(proxyBeanMethods = false)
class CostList {

    static final String NOUN = "cost";
    static final String PATH = "/marketing/costs";

    private static final String CATEGORIES = "(select * from marketing_term where kind = 'COST_CATEGORY')";
    private static final String METHODS = "(select * from marketing_term where kind = 'METHOD')";
    private static final String OF_CAMPAIGN =
            "select m.id from campaign_cost m join campaign of_it on of_it.id = m.campaign_id where of_it.";

    @Bean
    ListDefinition costs() {
        return ListDefinition.of(NOUN, PATH)
                .messages("marketing.cost")
                .permissions("marketing.campaign.view", "marketing.campaign.export")
                .from("campaign_cost", "k")
                .seenBy(CostScope::of)
                .join("left join campaign c on c.id = k.campaign_id")
                .join("left join marketing_term category on category.id = k.category_id")
                .join("left join marketing_term method on method.id = c.method_id")
                .join("left join person owner on owner.id = c.owner_id")
                .column(ListColumn.of("onDate", DATE, "k.on_date")
                        .sortableNotNull("k.on_date")
                        .filterable()
                        .shown())
                .column(ListColumn.link("campaign", "c.name", "k.campaign_id", "/marketing/campaigns/{id}")
                        .filterable("k.campaign_id", Choices.records("campaign", "name"))
                        .shown())
                .column(ListColumn.named("category", "category.name", "k.category_id")
                        .filterable("k.category_id", Choices.rows(CATEGORIES, "name"))
                        .shown())
                .column(ListColumn.text("supplier", "k.supplier")
                        .sortable()
                        .filterable("k.supplier", Choices.distinct("campaign_cost", "supplier"))
                        .shown())
                .column(ListColumn.text("note", "k.note").shown())
                .column(ListColumn.money("amount", "k.amount", "k.currency")
                        .sortableNotNull("k.base_amount")
                        .filterable("k.base_amount")
                        .shown())
                .column(ListColumn.money("baseAmount", "k.base_amount", "(select currency from company)"))
                .column(ListColumn.named("method", "method.name", "c.method_id")
                        .filterableThrough(Choices.rows(METHODS, "name", OF_CAMPAIGN + "method_id in (%1$s)")))
                .column(ListColumn.text("region", "c.region")
                        .filterable("k.campaign_id", Choices.distinctOf("campaign", "region")))
                .column(ListColumn.named("owner", "owner.name", "c.owner_id")
                        .filterableThrough(Choices.people(OF_CAMPAIGN + "owner_id in (%1$s)")))
                .total("amount", "k.base_amount")
                .sortedBy("-onDate")
                .build();
    }
}

package org.triviumcrm.marketing.result;

import static org.triviumcrm.shared.list.ColumnType.DATE;
import static org.triviumcrm.shared.list.ColumnType.INTEGER;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;

/** What the list of reported days shows, sorts and filters by. */
@Configuration(proxyBeanMethods = false)
class ResultList {

    static final String NOUN = "result";
    static final String PATH = "/marketing/results";

    @Bean
    ListDefinition results() {
        return ListDefinition.of(NOUN, PATH)
                .messages("marketing.result")
                .permissions("marketing.campaign.view", "marketing.campaign.export")
                .from("campaign_result", "r")
                .seenBy(ResultScope::of)
                .join("left join campaign c on c.id = r.campaign_id")
                .column(ListColumn.of("onDate", DATE, "r.on_date")
                        .sortableNotNull("r.on_date")
                        .filterable()
                        .shown())
                .column(ListColumn.link("campaign", "c.name", "r.campaign_id", "/marketing/campaigns/{id}")
                        .filterable("r.campaign_id", Choices.records("campaign", "name"))
                        .shown())
                .column(ListColumn.of("impressions", INTEGER, "r.impressions").shown())
                .column(ListColumn.of("clicks", INTEGER, "r.clicks").shown())
                .column(ListColumn.of("leads", INTEGER, "r.leads").shown())
                .column(ListColumn.of("orders", INTEGER, "r.orders").shown())
                .column(ListColumn.money("revenue", "r.revenue", "r.currency")
                        .sortableNotNull("r.base_revenue")
                        .filterable("r.base_revenue")
                        .shown())
                .total("impressions", "r.impressions")
                .total("clicks", "r.clicks")
                .total("leads", "r.leads")
                .total("orders", "r.orders")
                .total("revenue", "r.base_revenue")
                .sortedBy("-onDate")
                .build();
    }
}

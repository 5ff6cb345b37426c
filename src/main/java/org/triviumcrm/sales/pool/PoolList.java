package org.triviumcrm.sales.pool;

import static org.triviumcrm.shared.list.ColumnType.INSTANT;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;

/** What is in the pools, as far as who has no right to see an opportunity may know before it is claimed. */
@Configuration(proxyBeanMethods = false)
class PoolList {

    static final String NOUN = "pool";
    static final String PATH = "/sales/pool";

    @Bean
    ListDefinition pooledOpportunities() {
        return ListDefinition.of(NOUN, PATH)
                .messages("sales.pool.column")
                .permissions("sales.pool.claim", "sales.pool.manage")
                .from("opportunity", "o")
                .seenBy(PoolScope::of)
                .where("o.state = 'POOLED'")
                .join("left join customer on customer.id = o.customer_id")
                .join("left join pipeline on pipeline.id = o.pipeline_id")
                .join("left join stage on stage.id = o.stage_id")
                .join("left join opportunity_pool pool on pool.id = o.pool_id")
                .column(ListColumn.text("name", "o.name").shown())
                .column(ListColumn.named("pipeline", "pipeline.name", "o.pipeline_id")
                        .filterable("o.pipeline_id", Choices.rows("pipeline", "name")))
                .column(ListColumn.named("stage", "stage.name", "o.stage_id")
                        .filterable("o.stage_id", Choices.rows("stage", "name"))
                        .shown())
                .column(ListColumn.choice("band", AmountBand.SQL, Choices.of(AmountBand.class, "sales.pool.band"))
                        .filterable()
                        .shown())
                .column(ofCustomer("region").shown())
                .column(ofCustomer("country"))
                .column(ofCustomer("industry").shown())
                .column(ListColumn.named("pool", "pool.name", "o.pool_id")
                        .filterable("o.pool_id", Choices.rows("opportunity_pool", "name"))
                        .shown())
                .column(ListColumn.of("since", INSTANT, "o.state_entered_at")
                        .sortableNotNull("o.state_entered_at")
                        .filterable()
                        .shown())
                .sortedBy("-since")
                .build();
    }

    private static ListColumn ofCustomer(String column) {
        return ListColumn.text(column, "customer." + column)
                .filterable("o.customer_id", Choices.distinctOf("customer", column));
    }
}

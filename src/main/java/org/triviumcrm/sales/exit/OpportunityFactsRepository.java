package org.triviumcrm.sales.exit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Reads opportunities as approvals look at them. */
@Repository
public class OpportunityFactsRepository {

    private static final String READ = """
            select o.id, o.name, o.customer_id, c.region, c.industry, customer_segments(o.customer_id) as segments, o.product_id, p.list_price,
                   p.currency as list_currency, o.amount, o.currency, o.base_amount, o.probability,
                   o.expected_close_date as expected_close, o.pipeline_id, o.stage_id,
                   o.stage_id = (select s.id from stage s where s.pipeline_id = o.pipeline_id and s.kind = 'OPEN'
                                 order by s.position limit 1) as first,
                   o.state, o.stage_entered_at, o.owner_id, o.team_id, o.territory_id, o.custom::text as custom, o.version
            from opportunity o
            left join customer c on c.id = o.customer_id
            left join product p on p.id = o.product_id
            where o.id = any(:ids) order by o.id""";

    private final JdbcClient database;

    OpportunityFactsRepository(JdbcClient database) {
        this.database = database;
    }

    public Optional<OpportunityFacts> find(long id) {
        return Optional.ofNullable(of(List.of(id)).get(id));
    }

    /** By id; in a transaction that writes, the rows are locked until its end. */
    public Map<Long, OpportunityFacts> of(Collection<Long> ids) {
        boolean writes = TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        Map<Long, OpportunityFacts> facts = new HashMap<>();
        database.sql(writes ? READ + " for update of o" : READ)
                .param("ids", ids.toArray(new Long[0]))
                .query(OpportunityFacts.class)
                .list()
                .forEach(one -> facts.put(one.id(), one));
        return facts;
    }

    /** What stands at a customer and a product. */
    public OpportunityFacts.Surroundings surroundings(@Nullable Long customerId, @Nullable Long productId) {
        return database.sql("""
                        select c.region, c.industry, customer_segments(c.id) as segments, p.list_price, p.currency as list_currency
                        from (select 1) one left join customer c on c.id = :customer left join product p on p.id = :product""")
                .param("customer", customerId, java.sql.Types.BIGINT)
                .param("product", productId, java.sql.Types.BIGINT)
                .query(OpportunityFacts.Surroundings.class)
                .single();
    }

    /** The same for many, with two statements. */
    public Around around(Collection<Long> customerIds, Collection<Long> productIds) {
        Map<Long, OpportunityFacts.Surroundings> customers = new HashMap<>();
        database.sql("select id, region, industry, customer_segments(id) from customer where id = any(:ids)")
                .param("ids", customerIds.toArray(new Long[0]))
                .query(row -> {
                    customers.put(
                            row.getLong(1),
                            new OpportunityFacts.Surroundings(
                                    row.getString(2), row.getString(3), row.getString(4), null, null));
                });
        Map<Long, OpportunityFacts.Surroundings> products = new HashMap<>();
        database.sql("select id, list_price, currency from product where id = any(:ids)")
                .param("ids", productIds.toArray(new Long[0]))
                .query(row -> {
                    products.put(
                            row.getLong(1),
                            new OpportunityFacts.Surroundings(
                                    null, null, null, row.getBigDecimal(2), row.getString(3)));
                });
        return new Around(customers, products);
    }
}

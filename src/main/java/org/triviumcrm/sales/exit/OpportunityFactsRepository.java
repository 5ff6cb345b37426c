package org.triviumcrm.sales.exit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.triviumcrm.customer.CustomValues;

/** Reads opportunities as approvals look at them. */
@Repository
public class OpportunityFactsRepository {

    private static final String READ = "select " + Surroundings.CUSTOMER + ", " + Surroundings.PRODUCT + """
            , o.id, o.name, o.customer_id, o.product_id, o.amount, o.currency, o.base_amount, o.probability, o.expected_close_date, o.pipeline_id,
            o.stage_id, o.state, o.stage_entered_at, o.owner_id, o.team_id, o.territory_id, o.custom, o.version,
            o.stage_id = (select s.id from stage s where s.pipeline_id = o.pipeline_id and s.kind = 'OPEN'
                            order by s.position limit 1) as first
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
                .query(row -> {
                    facts.put(row.getLong("id"), read(row));
                });
        return facts;
    }

    private static OpportunityFacts read(ResultSet row) throws SQLException {
        return new OpportunityFacts(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("customer_id", Long.class),
                row.getObject("product_id", Long.class),
                Surroundings.read(row),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getBigDecimal("base_amount"),
                row.getBigDecimal("probability"),
                row.getObject("expected_close_date", LocalDate.class),
                row.getLong("pipeline_id"),
                row.getLong("stage_id"),
                row.getBoolean("first"),
                row.getString("state"),
                row.getTimestamp("stage_entered_at").toInstant(),
                row.getLong("owner_id"),
                row.getObject("team_id", Long.class),
                row.getObject("territory_id", Long.class),
                CustomValues.valueOf(row.getString("custom")),
                row.getInt("version"));
    }

    /** What stands at a customer and a product. */
    public Surroundings surroundings(@Nullable Long customerId, @Nullable Long productId) {
        return database.sql(
                        "select " + Surroundings.CUSTOMER + ", " + Surroundings.PRODUCT
                                + " from (select 1) one left join customer c on c.id = :customer left join product p on p.id = :product")
                .param("customer", customerId, Types.BIGINT)
                .param("product", productId, Types.BIGINT)
                .query((row, number) -> Surroundings.read(row))
                .single();
    }

    /** The same for many, with two statements. */
    public Around around(Collection<Long> customerIds, Collection<Long> productIds) {
        Map<Long, Surroundings> customers = new HashMap<>();
        database.sql("select c.id, " + Surroundings.CUSTOMER + " from customer c where c.id = any(:ids)")
                .param("ids", customerIds.toArray(new Long[0]))
                .query(row -> {
                    customers.put(row.getLong("id"), Surroundings.ofCustomer(row));
                });
        Map<Long, Surroundings> products = new HashMap<>();
        database.sql("select p.id, " + Surroundings.PRODUCT + " from product p where p.id = any(:ids)")
                .param("ids", productIds.toArray(new Long[0]))
                .query(row -> {
                    products.put(row.getLong("id"), Surroundings.ofProduct(row));
                });
        return new Around(customers, products);
    }
}

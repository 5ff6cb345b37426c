package org.triviumcrm.sales.cost;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What products cost the company. */
@Repository
class ProductCostRepository {

    private final JdbcClient database;

    ProductCostRepository(JdbcClient database) {
        this.database = database;
    }

    /** The latest first. */
    List<ProductCost> of(long product) {
        return database.sql("""
                        select product_id, valid_from, cost, currency from product_cost where product_id = :product
                        order by valid_from desc""")
                .param("product", product)
                .query(ProductCost.class)
                .list();
    }

    /** What holds on a day, of those for which something is known. */
    List<ProductCost> on(LocalDate day, Collection<Long> products) {
        return database.sql("""
                        select distinct on (product_id) product_id, valid_from, cost, currency from product_cost
                        where product_id = any(:products) and valid_from <= :day
                        order by product_id, valid_from desc""")
                .param("products", products.toArray(Long[]::new))
                .param("day", day)
                .query(ProductCost.class)
                .list();
    }

    void save(ProductCost cost) {
        database.sql("""
                        insert into product_cost (product_id, valid_from, cost, currency) values (:product, :day, :cost, :currency)
                        on conflict (product_id, valid_from) do update set cost = excluded.cost, currency = excluded.currency,
                            version = product_cost.version + 1, updated_at = now()""")
                .param("product", cost.productId())
                .param("day", cost.validFrom())
                .param("cost", cost.cost())
                .param("currency", cost.currency())
                .update();
    }

    void remove(long product, LocalDate validFrom) {
        database.sql("delete from product_cost where product_id = :product and valid_from = :day")
                .param("product", product)
                .param("day", validFrom)
                .update();
    }
}

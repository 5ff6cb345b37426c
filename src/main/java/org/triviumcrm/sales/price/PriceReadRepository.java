package org.triviumcrm.sales.price;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads prices with what they belong to. */
@Repository
class PriceReadRepository {

    private final JdbcClient database;

    PriceReadRepository(JdbcClient database) {
        this.database = database;
    }

    /** All prices of some products in the lists that fit. A list without region or level is for all customers. */
    List<Tier> tiers(PriceQuestion question, Collection<Long> products) {
        return database.sql("""
                        select p.product_id, l.id as list_id, l.name as list, l.position, l.gross, p.min_quantity, p.amount
                        from price p join price_list l on l.id = p.price_list_id
                        where p.product_id = any(:products) and l.active and l.currency = :currency
                          and (cast(:list as bigint) is null or l.id = :list)
                          and (l.region is null or lower(l.region) = lower(cast(:region as text)))
                          and (l.level is null or lower(l.level) = lower(cast(:level as text)))
                          and l.valid_from <= :day and (l.valid_to is null or l.valid_to >= :day)
                        order by p.product_id, l.position, l.id, p.min_quantity""")
                .param("products", products.toArray(Long[]::new))
                .param("currency", question.currency())
                .param("list", question.listId())
                .param("region", question.region())
                .param("level", question.level())
                .param("day", question.day())
                .query(Tier.class)
                .list();
    }

    /** Whether a list has any price. */
    boolean any(long list) {
        return database.sql("select exists (select from price where price_list_id = :list)")
                .param("list", list)
                .query(Boolean.class)
                .single();
    }

    /** Everything that a product costs in any list, in their order. */
    List<PriceRow> ofProduct(long product) {
        return database.sql("""
                        select p.id, l.id as list_id, l.name as list, l.currency, l.region, l.level, l.valid_from, l.valid_to, l.gross,
                               l.active, p.min_quantity, p.amount
                        from price p join price_list l on l.id = p.price_list_id
                        where p.product_id = :product order by l.active desc, l.position, l.id, p.min_quantity limit 200""").param("product", product).query(PriceRow.class).list();
    }

    /**
     * Copies the prices of a list into another, each times a factor and rounded to a step, half up.
     *
     * @return how many there were
     */
    int copy(long from, long to, BigDecimal factor, BigDecimal step) {
        return database.sql("""
                        insert into price (id, price_list_id, product_id, name, min_quantity, amount, created_at, updated_at, version)
                        select nextval('price_seq'), :to, p.product_id, p.name,
                               p.min_quantity, round(p.amount * :factor / :step) * :step, l.created_at, l.created_at, 0
                        from price p cross join price_list l where p.price_list_id = :from and l.id = :to""")
                .param("from", from)
                .param("to", to)
                .param("factor", factor)
                .param("step", step)
                .update();
    }
}

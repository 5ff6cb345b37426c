package org.triviumcrm.sales.product;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a product with the names of what it points to, in one statement. */
@Repository
class ProductPageRepository {

    private final JdbcClient database;

    ProductPageRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<ProductPage> find(long id) {
        return database.sql("""
                        with recursive way(id, parent_id, name, depth) as (
                            select c.id, c.parent_id, c.name, 0 from product_category c
                            where c.id = (select product_category_id from product where id = :id)
                            union all
                            select c.id, c.parent_id, c.name, way.depth + 1 from way join product_category c on c.id = way.parent_id)
                        select p.id, p.name, p.name_zh, p.reference, p.series, p.kind, p.product_category_id as category_id,
                               (select string_agg(name, ' › ' order by depth desc) from way) as category,
                               unit.name as unit, tax.name as tax, tax.percent as tax_percent, p.list_price, p.currency,
                               p.description, p.description_zh, p.active
                        from product p
                        left join product_unit unit on unit.id = p.unit_id
                        left join tax_rate tax on tax.id = coalesce(p.tax_rate_id, (select usual.id from tax_rate usual where usual.usual))
                        where p.id = :id""").param("id", id).query(ProductPage.class).optional();
    }
}

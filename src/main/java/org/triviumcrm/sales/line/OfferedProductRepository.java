package org.triviumcrm.sales.line;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is offered, and for whom. */
@Repository
class OfferedProductRepository {

    private final JdbcClient database;

    OfferedProductRepository(JdbcClient database) {
        this.database = database;
    }

    /** What of a customer decides about prices. */
    record Buyer(@Nullable String region, @Nullable String level) {}

    Buyer buyer(long customerId) {
        return database.sql("select region, level from customer where id = :id")
                .param("id", customerId)
                .query(Buyer.class)
                .optional()
                .orElseGet(() -> new Buyer(null, null));
    }

    /** Products by their ids, those that are not sold any more as well. @param chinese whether the paper is in Chinese */
    Map<Long, OfferedProduct> offered(Collection<Long> ids, boolean chinese) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("""
                        select r.id, case when :chinese then coalesce(r.name_zh, r.name) else r.name end as name,
                               case when :chinese then coalesce(r.description_zh, r.description) else r.description end as description,
                               case when :chinese then coalesce(u.name_zh, u.name) else u.name end as unit,
                               coalesce(t.percent, (select percent from tax_rate where usual)) as percent, r.list_price, r.currency,
                               r.kind = 'BUNDLE' as bundle
                        from product r left join product_unit u on u.id = r.unit_id left join tax_rate t on t.id = r.tax_rate_id
                        where r.id = any(:ids)""")
                .param("ids", ids.toArray(Long[]::new))
                .param("chinese", chinese)
                .query(OfferedProduct.class)
                .stream()
                .collect(Collectors.toMap(OfferedProduct::id, Function.identity()));
    }
}

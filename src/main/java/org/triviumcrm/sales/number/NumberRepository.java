package org.triviumcrm.sales.number;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Patterns of numbers, and how far each has been counted. */
@Repository
class NumberRepository {

    private final JdbcClient database;

    NumberRepository(JdbcClient database) {
        this.database = database;
    }

    NumberPattern pattern(NumberKind kind) {
        return database.sql("select pattern from number_rule where kind = :kind")
                .param("kind", kind.name())
                .query(String.class)
                .optional()
                .map(NumberPattern::of)
                .orElseGet(kind::usual);
    }

    /** One more. The row is locked until the transaction ends. */
    long count(NumberKind kind, String period) {
        return database.sql("""
                        insert into number_counter as c (kind, period, last) values (:kind, :period, 1)
                        on conflict (kind, period) do update set last = c.last + 1 returning last""")
                .param("kind", kind.name())
                .param("period", period)
                .query(Long.class)
                .single();
    }
}

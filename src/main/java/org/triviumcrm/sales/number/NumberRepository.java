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

    void choose(NumberKind kind, NumberPattern pattern) {
        database.sql("""
                        insert into number_rule as r (kind, pattern) values (:kind, :pattern)
                        on conflict (kind) do update set pattern = excluded.pattern, version = r.version + 1""")
                .param("kind", kind.name())
                .param("pattern", pattern.text())
                .update();
    }

    /** How far a period has been counted; zero when it has not begun. */
    long last(NumberKind kind, String period) {
        return database.sql("select last from number_counter where kind = :kind and period = :period")
                .param("kind", kind.name())
                .param("period", period)
                .query(Long.class)
                .optional()
                .orElse(0L);
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

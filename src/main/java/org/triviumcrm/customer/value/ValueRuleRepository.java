package org.triviumcrm.customer.value;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of rules. */
@Repository
class ValueRuleRepository {

    private final JdbcClient database;

    ValueRuleRepository(JdbcClient database) {
        this.database = database;
    }

    SaveValueRules read() {
        return database.sql("select months, share_a, share_b, false as again from value_rule")
                .query(SaveValueRules.class)
                .optional()
                .orElse(SaveValueRules.USUAL);
    }

    void write(SaveValueRules rules) {
        database.sql("""
                        insert into value_rule (months, share_a, share_b) values (:months, :a, :b)
                        on conflict (the_one) do update set months = excluded.months, share_a = excluded.share_a, share_b = excluded.share_b""")
                .param("months", rules.months())
                .param("a", rules.shareA())
                .param("b", rules.shareB())
                .update();
    }
}

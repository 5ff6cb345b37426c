package org.triviumcrm.sales.exit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the database's guard what the present transaction may do with opportunities; forgotten with its end. */
@Repository
class PassageRepository {

    private final JdbcClient database;

    PassageRepository(JdbcClient database) {
        this.database = database;
    }

    void open(Exit exit) {
        set("trivium.passage", exit.name());
    }

    /** Rows that this case has locked may be changed. */
    void approved(long caseId) {
        set("trivium.approval_case", String.valueOf(caseId));
    }

    private void set(String name, String value) {
        database.sql("select set_config(:name, :value, true)")
                .param("name", name)
                .param("value", value)
                .query(String.class)
                .single();
    }
}

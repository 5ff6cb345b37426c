package org.triviumcrm.approval;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tells the guards of the database what the present transaction may do with records that can need an approval; forgotten with
 * its end. Only the place where a module asks the approvals calls it.
 */
@Repository
public class PassageRepository {

    private final JdbcClient database;

    PassageRepository(JdbcClient database) {
        this.database = database;
    }

    /** What was asked may be done. @param exit what it is, for who reads a guard's refusal */
    public void open(String exit) {
        set("trivium.passage", exit);
    }

    /** Rows that this case has locked may be changed. */
    public void approved(long caseId) {
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

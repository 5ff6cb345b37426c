package org.triviumcrm.support.rule;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of rules. */
@Repository
class TicketRuleRepository {

    /** What holds while nobody has said otherwise. */
    private static final SaveTicketRules USUAL = new SaveTicketRules(7, 10);

    private final JdbcClient database;

    TicketRuleRepository(JdbcClient database) {
        this.database = database;
    }

    SaveTicketRules read() {
        return database.sql("select closed_after, undo_seconds from ticket_rule")
                .query(SaveTicketRules.class)
                .optional()
                .orElse(USUAL);
    }

    void write(SaveTicketRules rules) {
        database.sql("""
                        insert into ticket_rule (closed_after, undo_seconds) values (:days, :seconds)
                        on conflict (the_one) do update set closed_after = excluded.closed_after, undo_seconds = excluded.undo_seconds""")
                .param("days", rules.closedAfter())
                .param("seconds", rules.undoSeconds())
                .update();
    }
}

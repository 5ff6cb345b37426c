package org.triviumcrm.support.rule;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of rules. */
@Repository
class TicketRuleRepository {

    private final JdbcClient database;

    TicketRuleRepository(JdbcClient database) {
        this.database = database;
    }

    SaveTicketRules read() {
        return database.sql("select closed_after, undo_seconds from ticket_rule")
                .query(SaveTicketRules.class)
                .single();
    }

    void write(SaveTicketRules rules) {
        database.sql("update ticket_rule set closed_after = :days, undo_seconds = :seconds")
                .param("days", rules.closedAfter())
                .param("seconds", rules.undoSeconds())
                .update();
    }
}

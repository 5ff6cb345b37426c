package org.triviumcrm.support.ticket;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written in tickets, where it goes along with a whole ticket. */
@Repository
class TicketMessageRepository {

    private final JdbcClient database;

    TicketMessageRepository(JdbcClient database) {
        this.database = database;
    }

    /** All of it, with its files; a reply that goes along is not taken back any more, for its ticket is over. */
    void move(long from, long into) {
        database.sql("update ticket_message set ticket_id = :into, before = null where ticket_id = :from")
                .param("from", from)
                .param("into", into)
                .update();
    }
}

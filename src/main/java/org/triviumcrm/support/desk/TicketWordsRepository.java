package org.triviumcrm.support.desk;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the customer said in a ticket, as far as it helps to find an answer. */
@Repository
class TicketWordsRepository {

    private final JdbcClient database;

    TicketWordsRepository(JdbcClient database) {
        this.database = database;
    }

    /** The latest first. */
    List<String> of(long ticketId, int messages) {
        return database.sql("""
                        select left(body, 2000) from ticket_message where ticket_id = :ticket and kind = 'INBOUND'
                        order by id desc limit :messages""")
                .param("ticket", ticketId)
                .param("messages", messages)
                .query(String.class)
                .list();
    }
}

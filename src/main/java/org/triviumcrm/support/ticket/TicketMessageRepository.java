package org.triviumcrm.support.ticket;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
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

    /** Some of it. @return how many were there */
    int move(long from, long into, Collection<Long> ids) {
        return database.sql(
                        "update ticket_message set ticket_id = :into, before = null where ticket_id = :from and id = any(:ids)")
                .param("from", from)
                .param("into", into)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    boolean isEmpty(long ticketId) {
        return database.sql("select not exists (select 1 from ticket_message where ticket_id = :ticket)")
                .param("ticket", ticketId)
                .query(Boolean.class)
                .single();
    }

    /** When the customer first said something that nobody has answered in this ticket. */
    Optional<Instant> waitingSince(long ticketId) {
        return database.sql("""
                        select min(m.at) from ticket_message m
                        where m.ticket_id = :ticket and m.kind = 'INBOUND' and not exists (
                            select 1 from ticket_message r where r.ticket_id = :ticket and r.kind = 'REPLY' and r.id > m.id)""")
                .param("ticket", ticketId)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}

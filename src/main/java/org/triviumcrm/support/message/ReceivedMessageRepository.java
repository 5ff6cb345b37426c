package org.triviumcrm.support.message;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people outside have written. */
@Repository
class ReceivedMessageRepository {

    private final JdbcClient database;

    ReceivedMessageRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param text as it is shown */
    long add(long ticketId, ReceivedMessage message, String text, Collection<String> leftOut, Instant at) {
        return database.sql("""
                        insert into ticket_message (id, ticket_id, kind, at, author_name, author_email, body, html, internet_id, automatic, left_out)
                        values (nextval('ticket_message_seq'), :ticket, 'INBOUND', :at, :name, :email, :body, :html, :internet, :automatic, :left)
                        returning id""")
                .param("ticket", ticketId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("name", message.authorName(), Types.VARCHAR)
                .param("email", message.authorEmail(), Types.VARCHAR)
                .param("body", text)
                .param("html", message.html(), Types.VARCHAR)
                .param("internet", message.internetId(), Types.VARCHAR)
                .param("automatic", message.automatic())
                .param("left", leftOut.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** As it was laid out, of a message in this ticket. */
    Optional<String> html(long ticketId, long messageId) {
        return database.sql(
                        "select html from ticket_message where id = :id and ticket_id = :ticket and html is not null")
                .param("id", messageId)
                .param("ticket", ticketId)
                .query(String.class)
                .optional();
    }
}

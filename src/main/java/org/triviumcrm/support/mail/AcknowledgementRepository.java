package org.triviumcrm.support.mail;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What acknowledgements say. */
@Repository
class AcknowledgementRepository {

    private final JdbcClient database;

    AcknowledgementRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param text as the mailbox words it, null for the usual words; internetId of the mail that has come */
    record Acknowledged(
            long ticketId,
            long number,
            String name,
            @Nullable String text,
            @Nullable String internetId) {}

    Optional<Acknowledged> find(long mailId) {
        return database.sql("""
                        select t.id as ticket_id, t.number, t.name, b.acknowledgement as text, m.internet_id
                        from inbound_mail i join ticket_message m on m.id = i.message_id join ticket t on t.id = m.ticket_id
                        join mailbox b on b.id = i.mailbox_id where i.id = ?""").param(mailId).query(Acknowledged.class).optional();
    }
}

package org.triviumcrm.support.letter;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.attachment.FilePieces;

/** Replies as letters. */
@Repository
class ReplyRepository {

    private static final int MOST_REFERENCES = 20;

    private final JdbcClient database;

    private final FilePieces pieces;

    ReplyRepository(JdbcClient database) {
        this.database = database;
        this.pieces = new FilePieces(database, "ticket_file_chunk", "file_id");
    }

    /** Whom a reply in a ticket goes to. */
    record Receiver(@Nullable String address, @Nullable String name) {}

    /** What a letter is made of. @param internetId null when it was never meant to leave */
    record Written(
            long id,
            long ticketId,
            long number,
            String name,
            String body,
            @Nullable String author,
            @Nullable String internetId) {}

    record File(long id, String name, String contentType) {}

    /** A reply with its letter, held until the transaction ends. */
    record Held(long id, @Nullable Long mailId, @Nullable String internetId) {}

    Receiver receiver(long ticketId) {
        return database.sql("""
                        select coalesce(nullif(t.requester_email, ''), k.email) as address,
                               case when nullif(t.requester_email, '') is null then k.name else coalesce(t.requester_name, k.name) end as name
                        from ticket t left join contact k on k.id = t.contact_id where t.id = ?""").param(ticketId).query(Receiver.class).single();
    }

    void note(long messageId, String way, @Nullable Long mailId, @Nullable String internetId) {
        database.sql(
                        "update ticket_message set delivery = :way, mail_id = :mail, internet_id = :internet where id = :id")
                .param("way", way)
                .param("mail", mailId, Types.BIGINT)
                .param("internet", internetId, Types.VARCHAR)
                .param("id", messageId)
                .update();
    }

    Optional<Held> hold(long ticketId, long messageId) {
        return database.sql("""
                        select id, mail_id, internet_id from ticket_message
                        where id = :id and ticket_id = :ticket and kind = 'REPLY' and delivery is not null for update""")
                .param("id", messageId)
                .param("ticket", ticketId)
                .query(Held.class)
                .optional();
    }

    /** Its letter in the outbox, unless that is forgotten. */
    Optional<Long> mail(long messageId) {
        return database.sql("select mail_id from ticket_message where id = ? and mail_id is not null")
                .param(messageId)
                .query(Long.class)
                .optional();
    }

    Optional<Delivery> delivery(long ticketId, long messageId, boolean canLeave, Instant now) {
        return database.sql("select " + Delivery.COLUMNS + " from ticket_message m" + Delivery.JOIN
                        + "where m.id = :id and m.ticket_id = :ticket and m.delivery is not null")
                .param("id", messageId)
                .param("ticket", ticketId)
                .query((row, number) -> Objects.requireNonNull(Delivery.read(row, canLeave, now)))
                .optional();
    }

    Optional<Written> written(long messageId) {
        return database.sql("""
                        select m.id, m.ticket_id, t.number, t.name, m.body, p.name as author, m.internet_id
                        from ticket_message m join ticket t on t.id = m.ticket_id left join person p on p.id = m.author_id
                        where m.id = ? and m.kind = 'REPLY'""").param(messageId).query(Written.class).optional();
    }

    /** What was said before, by mail: the newest of it, the oldest first. */
    List<String> saidBefore(long ticketId, long messageId) {
        return database.sql("""
                        select internet_id from (
                            select id, internet_id from ticket_message
                            where ticket_id = :ticket and id < :id and internet_id is not null and kind <> 'NOTE'
                            order by id desc limit :most) m
                        order by id""")
                .param("ticket", ticketId)
                .param("id", messageId)
                .param("most", MOST_REFERENCES)
                .query(String.class)
                .list();
    }

    /** The last that the customer wrote by mail before it. */
    Optional<String> answered(long ticketId, long messageId) {
        return database.sql("""
                        select internet_id from ticket_message
                        where ticket_id = :ticket and id < :id and internet_id is not null and kind = 'INBOUND'
                        order by id desc limit 1""")
                .param("ticket", ticketId)
                .param("id", messageId)
                .query(String.class)
                .optional();
    }

    List<File> files(long messageId) {
        return database.sql("select id, name, content_type from ticket_file where message_id = ? order by id")
                .param(messageId)
                .query(File.class)
                .list();
    }

    FilePieces pieces() {
        return pieces;
    }
}

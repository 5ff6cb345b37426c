package org.triviumcrm.support.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.attachment.FilePieces;

/** Mails as they came, and what became of them. */
@Repository
class InboundRepository {

    private final JdbcClient database;
    private final FilePieces pieces;

    InboundRepository(JdbcClient database) {
        this.database = database;
        this.pieces = new FilePieces(database, "inbound_mail_chunk", "mail_id");
    }

    /** One to be decided about. */
    record Taken(long id, @Nullable Long mailboxId, int attempts) {}

    /** @param reason null to have it read, else why a person has to decide */
    record Arrival(
            @Nullable Long mailboxId,
            String key,
            @Nullable String sender,
            @Nullable String senderName,
            String subject,
            @Nullable TrayReason reason) {}

    /** Empty when it is there already. */
    Optional<Long> add(Arrival arrival, byte[] raw, Instant now) {
        Optional<Long> id = database.sql("""
                        insert into inbound_mail (id, mailbox_id, key, received_at, size_bytes, state, reason, next_at, sender, sender_name, subject)
                        values (nextval('inbound_mail_seq'), :mailbox, :key, :now, :size, :state, :reason, :now, :sender, :name, :subject)
                        on conflict (key) do nothing returning id""")
                .param("mailbox", arrival.mailboxId(), Types.BIGINT)
                .param("key", arrival.key())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("size", raw.length)
                .param("state", arrival.reason() == null ? "NEW" : "TRAY")
                .param("reason", name(arrival.reason()), Types.VARCHAR)
                .param("sender", arrival.sender(), Types.VARCHAR)
                .param("name", arrival.senderName(), Types.VARCHAR)
                .param("subject", arrival.subject())
                .query(Long.class)
                .optional();
        id.ifPresent(mail -> store(mail, raw));
        return id;
    }

    /** Whether the one with this key has another sender or subject. */
    boolean isOther(Arrival arrival) {
        return database.sql("""
                        select exists (select 1 from inbound_mail where key = :key
                            and (sender is distinct from :sender or subject is distinct from :subject))""")
                .param("key", arrival.key())
                .param("sender", arrival.sender(), Types.VARCHAR)
                .param("subject", arrival.subject())
                .query(Boolean.class)
                .single();
    }

    private void store(long id, byte[] raw) {
        try {
            pieces.store(id, new ByteArrayInputStream(raw));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] raw(long id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            pieces.write(id, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    void write(long id, OutputStream target) throws IOException {
        pieces.write(id, target);
    }

    /** The next one to be read, which no other node has, held until the transaction ends. */
    Optional<Taken> next(Instant now) {
        return database.sql("""
                        select id, mailbox_id, attempts from inbound_mail where state = 'NEW' and next_at <= :now
                        order by next_at, id limit 1 for update skip locked""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Taken.class)
                .optional();
    }

    /** One that a person decides about, held until the transaction ends. */
    Optional<Taken> hold(long id) {
        return database.sql(
                        "select id, mailbox_id, attempts from inbound_mail where id = ? and state in ('TRAY', 'ASIDE') for update")
                .param(id)
                .query(Taken.class)
                .optional();
    }

    /** @param personId who decided so, null when it was clear */
    void done(long id, long messageId, @Nullable Long personId, Instant now) {
        database.sql("""
                        update inbound_mail set state = 'DONE', message_id = :message, decided_by = :person, decided_at = :now
                        where id = :id""")
                .param("message", messageId)
                .param("person", personId, Types.BIGINT)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void toTray(long id, TrayReason reason) {
        database.sql("update inbound_mail set state = 'TRAY', reason = :reason where id = :id and state = 'NEW'")
                .param("reason", reason.name())
                .param("id", id)
                .update();
    }

    void put(long id, InboundState state, long personId, Instant now) {
        database.sql("update inbound_mail set state = :state, decided_by = :person, decided_at = :now where id = :id")
                .param("state", state.name())
                .param("person", personId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void tryAgain(long id, Instant next) {
        database.sql(
                        "update inbound_mail set attempts = attempts + 1, next_at = :next where id = :id and state = 'NEW'")
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** How many came from the sender of this one before it, since then, counted to a limit. */
    int before(long id, String sender, Instant since, int limit) {
        return count("id < :id and received_at >= :since", id, sender, since, limit);
    }

    /** How often an address was told by itself that its mail has come. */
    int acknowledgedSince(String sender, Instant since, int limit) {
        return count("id <> :id and received_at >= :since and acknowledged_at is not null", 0, sender, since, limit);
    }

    private int count(String which, long id, String sender, Instant since, int limit) {
        return database.sql("select count(*) from (select 1 from inbound_mail where lower(sender) = lower(:sender) and "
                        + which + " limit :limit) m")
                .param("id", id)
                .param("sender", sender)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    void acknowledged(long id, Instant now) {
        database.sql("update inbound_mail set acknowledged_at = :now where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static @Nullable String name(@Nullable TrayReason reason) {
        return reason == null ? null : reason.name();
    }
}

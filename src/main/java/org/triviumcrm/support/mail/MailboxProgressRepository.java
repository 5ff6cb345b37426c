package org.triviumcrm.support.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far mailboxes have been read, and how that goes. */
@Repository
class MailboxProgressRepository {

    private final JdbcClient database;

    MailboxProgressRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param validity of the numbers that the server gives to mails: another one means other numbers */
    record Progress(
            @Nullable Long validity, long lastUid, @Nullable Instant readAt) {}

    List<MailboxRow> rows() {
        return database.sql("""
                        select b.id, b.name, b.address, b.host || ':' || b.port as server, q.name as queue, b.active,
                               p.read_at, p.problem, p.detail, p.failing_since
                        from mailbox b join ticket_queue q on q.id = b.queue_id left join mailbox_progress p on p.mailbox_id = b.id
                        order by b.active desc, lower(b.name), b.id""").query(MailboxProgressRepository::row).list();
    }

    private static MailboxRow row(ResultSet row, int number) throws SQLException {
        String problem = row.getString("problem");
        return new MailboxRow(
                row.getLong("id"),
                row.getString("name"),
                row.getString("address"),
                row.getString("server"),
                row.getString("queue"),
                row.getBoolean("active"),
                instant(row, "read_at"),
                problem == null ? null : MailboxProblem.valueOf(problem),
                row.getString("detail"),
                instant(row, "failing_since"));
    }

    Progress find(long mailboxId) {
        Optional<Progress> known = database.sql(
                        "select uid_validity, last_uid, read_at from mailbox_progress where mailbox_id = ?")
                .param(mailboxId)
                .query((row, number) -> new Progress(
                        row.getObject("uid_validity", Long.class), row.getLong("last_uid"), instant(row, "read_at")))
                .optional();
        return known.orElse(new Progress(null, 0, null));
    }

    /** Never back, unless the numbers are others now. */
    void advance(long mailboxId, long validity, long uid) {
        database.sql("""
                        insert into mailbox_progress (mailbox_id, uid_validity, last_uid) values (:id, :validity, :uid)
                        on conflict (mailbox_id) do update
                            set last_uid = case when mailbox_progress.uid_validity = :validity
                                                then greatest(mailbox_progress.last_uid, :uid) else :uid end,
                                uid_validity = :validity""")
                .param("id", mailboxId)
                .param("validity", validity)
                .param("uid", uid)
                .update();
    }

    void succeeded(long mailboxId, Instant now) {
        database.sql("""
                        insert into mailbox_progress (mailbox_id, read_at) values (:id, :now)
                        on conflict (mailbox_id) do update
                            set read_at = :now, problem = null, detail = null, failing_since = null, told = false""")
                .param("id", mailboxId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void failed(long mailboxId, MailboxFailure failure, Instant now) {
        database.sql("""
                        insert into mailbox_progress (mailbox_id, problem, detail, failing_since) values (:id, :problem, :detail, :now)
                        on conflict (mailbox_id) do update
                            set problem = :problem, detail = :detail, failing_since = coalesce(mailbox_progress.failing_since, :now)""")
                .param("id", mailboxId)
                .param("problem", failure.problem().name())
                .param("detail", failure.detail(), Types.VARCHAR)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** True for one node, once, when it has failed since before then. */
    boolean tell(long mailboxId, Instant before) {
        return database.sql("""
                        update mailbox_progress set told = true
                        where mailbox_id = :id and not told and failing_since < :before""")
                        .param("id", mailboxId)
                        .param("before", before.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

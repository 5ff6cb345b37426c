package org.triviumcrm.support.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.ticket.TicketList;

/** The tray as people see it. */
@Repository
class TrayRepository {

    /** So many are counted. */
    static final int CAP = 1_000;

    private static final String ROW = """
            select i.id, i.received_at, i.sender, i.sender_name, i.subject, i.state, i.reason, b.name as mailbox, i.size_bytes
            from inbound_mail i left join mailbox b on b.id = i.mailbox_id""";

    private final JdbcClient database;

    TrayRepository(JdbcClient database) {
        this.database = database;
    }

    List<TrayRow> page(InboundState state, @Nullable Long before, int limit) {
        return database.sql(ROW + " where i.state = :state and i.id < :before order by i.id desc limit :limit")
                .param("state", state.name())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(TrayRepository::row)
                .list();
    }

    int waiting() {
        return database.sql("select count(*) from (select 1 from inbound_mail where state = 'TRAY' limit ?) m")
                .param(CAP)
                .query(Integer.class)
                .single();
    }

    Optional<TrayRow> find(long id) {
        return database.sql(ROW + " where i.id = ? and i.state in ('TRAY', 'ASIDE')")
                .param(id)
                .query(TrayRepository::row)
                .optional();
    }

    /** The ticket of this number, as far as the viewer sees it. */
    Optional<Long> ticket(Viewer viewer, long number) {
        Scope scope = viewer.scope(TicketList.NOUN);
        return database.sql("select t.id from ticket t where t.number = :number and " + scope.sql("t"))
                .param("number", number)
                .params(scope.parameters())
                .query(Long.class)
                .optional();
    }

    /** The mail that a message of a ticket came as. */
    Optional<Long> original(long ticketId, long messageId) {
        return database.sql("""
                        select i.id from inbound_mail i join ticket_message m on m.id = i.message_id
                        where i.message_id = ? and m.ticket_id = ?""").params(messageId, ticketId).query(Long.class).optional();
    }

    long size(long id) {
        return database.sql("select size_bytes from inbound_mail where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static TrayRow row(ResultSet row, int number) throws SQLException {
        return new TrayRow(
                row.getLong("id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("sender"),
                row.getString("sender_name"),
                row.getString("subject"),
                InboundState.valueOf(row.getString("state")),
                TrayReason.valueOf(row.getString("reason")),
                row.getString("mailbox"),
                row.getLong("size_bytes"));
    }
}

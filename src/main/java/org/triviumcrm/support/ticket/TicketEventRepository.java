package org.triviumcrm.support.ticket;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happens to tickets, written in the transaction in which it happens. */
@Repository
class TicketEventRepository {

    private final JdbcClient database;

    TicketEventRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param by null when the customer or a rule did it */
    void note(long ticketId, TicketEventKind kind, @Nullable Long by, Instant at) {
        note(ticketId, kind, null, null, null, by, at);
    }

    /** A field that is another now; nothing when it is as it was. */
    void changed(
            long ticketId,
            TicketEventKind kind,
            @Nullable Object was,
            @Nullable Object becomes,
            @Nullable Long by,
            Instant at) {
        changed(ticketId, kind, was, becomes, null, by, at);
    }

    /** The same, because of a message: when that is taken back, this never was. */
    void changed(
            long ticketId,
            TicketEventKind kind,
            @Nullable Object was,
            @Nullable Object becomes,
            @Nullable Long messageId,
            @Nullable Long by,
            Instant at) {
        if (!Objects.equals(was, becomes)) {
            note(ticketId, kind, was, becomes, messageId, by, at);
        }
    }

    void note(
            long ticketId,
            TicketEventKind kind,
            @Nullable Object was,
            @Nullable Object becomes,
            @Nullable Long messageId,
            @Nullable Long by,
            Instant at) {
        database.sql("""
                        insert into ticket_event (id, ticket_id, at, kind, by_id, was, becomes, message_id)
                        values (nextval('ticket_event_seq'), :ticket, :at, :kind, :by, :was, :becomes, :message)""")
                .param("ticket", ticketId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", kind.name())
                .param("by", by == null || by == 0 ? null : by, Types.BIGINT)
                .param("was", was == null ? null : was.toString(), Types.VARCHAR)
                .param("becomes", becomes == null ? null : becomes.toString(), Types.VARCHAR)
                .param("message", messageId, Types.BIGINT)
                .update();
    }
}

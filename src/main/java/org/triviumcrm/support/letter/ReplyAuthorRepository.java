package org.triviumcrm.support.letter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a reply concerns that does not arrive. */
@Repository
class ReplyAuthorRepository {

    private final JdbcClient database;

    ReplyAuthorRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param concerned its author and the ticket's agent */
    record Reply(long ticketId, long number, String name, List<Long> concerned) {

        Reply {
            concerned = List.copyOf(concerned);
        }
    }

    Optional<Reply> find(long messageId) {
        return database.sql("""
                        select t.id, t.number, t.name,
                               array(select distinct p.id from person p where p.active and p.id in (m.author_id, t.owner_id)) as concerned
                        from ticket_message m join ticket t on t.id = m.ticket_id where m.id = ?""")
                .param(messageId)
                .query((row, number) -> new Reply(
                        row.getLong("id"), row.getLong("number"), row.getString("name"), Arrays.asList((Long[])
                                row.getArray("concerned").getArray())))
                .optional();
    }
}

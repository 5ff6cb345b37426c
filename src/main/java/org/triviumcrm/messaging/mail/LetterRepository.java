package org.triviumcrm.messaging.mail;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters to people outside, in the outbox. */
@Repository
class LetterRepository {

    private static final int PROBLEM = 500;

    private final JdbcClient jdbc;

    LetterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(String source, long sourceId, String address, @Nullable String name, Instant due, Instant now) {
        return jdbc.sql("""
                        insert into outbox_mail (id, source, source_id, address, address_name, state, next_at, changed_at, created_at)
                        values (nextval('outbox_mail_seq'), :source, :id, :address, :name, 'WAITING', :due, :now, :now)
                        returning id""")
                .param("source", source)
                .param("id", sourceId)
                .param("address", address)
                .param("name", name, Types.VARCHAR)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** False when a node has taken it, or has tried it. */
    boolean remove(long id) {
        return jdbc.sql(
                                "delete from outbox_mail where id = ? and source is not null and state = 'WAITING' and attempts = 0")
                        .param(id)
                        .update()
                == 1;
    }

    boolean again(long id, String address, @Nullable String name, Instant now) {
        return jdbc.sql("""
                        update outbox_mail
                           set state = 'WAITING', attempts = 0, next_at = :now, changed_at = :now, address = :address, address_name = :name
                         where id = :id and source is not null and (state in ('FAILED', 'UNCERTAIN') or state = 'WAITING' and attempts > 0)""")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("address", address)
                        .param("name", name, Types.VARCHAR)
                        .param("id", id)
                        .update()
                == 1;
    }

    void fail(long id, String problem, Instant now) {
        jdbc.sql("""
                        update outbox_mail set state = 'FAILED', problem = :problem, changed_at = :now
                         where id = :id and source is not null and state in ('SENT', 'UNCERTAIN')""")
                .param("problem", problem.substring(0, Math.min(PROBLEM, problem.length())))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }
}

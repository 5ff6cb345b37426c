package org.triviumcrm.support.presence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.ticket.TicketList;

/**
 * Who has which ticket before them: a small table that is not logged, so a crash empties it and replicas do not have it. That is why
 * it is never read in a read-only transaction.
 */
@Repository
class PresenceRepository {

    private static final int MOST = 12;

    private final JdbcClient database;

    PresenceRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * The viewer is there.
     *
     * @param since whoever was last seen before that is gone
     * @return whether that is news for others; nothing when the viewer does not see the ticket
     */
    Optional<Boolean> note(Viewer viewer, long ticketId, boolean writing, Instant now, Instant since) {
        Scope scope = viewer.scope(TicketList.NOUN);
        return database.sql("""
                        with was as (select x.writing from ticket_presence x where x.ticket_id = :ticket and x.person_id = :me and x.seen_at > :since),
                             put as (insert into ticket_presence (ticket_id, person_id, seen_at, writing)
                                 select t.id, :me, :now, :writing from ticket t where t.id = :ticket and %s
                                 on conflict (ticket_id, person_id) do update set seen_at = excluded.seen_at, writing = excluded.writing
                                 returning writing)
                        select p.writing is distinct from w.writing from put p left join was w on true""".formatted(scope.sql("t")))
                .param("ticket", ticketId)
                .param("me", viewer.personId())
                .param("writing", writing)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .params(scope.parameters())
                .query(Boolean.class)
                .optional();
    }

    /** @return whether that is news for others */
    boolean leave(long ticketId, long personId) {
        return database.sql("delete from ticket_presence where ticket_id = :ticket and person_id = :person")
                        .param("ticket", ticketId)
                        .param("person", personId)
                        .update()
                > 0;
    }

    boolean isVisible(Viewer viewer, long ticketId) {
        Scope scope = viewer.scope(TicketList.NOUN);
        return database.sql("select exists (select 1 from ticket t where t.id = :ticket and " + scope.sql("t") + ")")
                .param("ticket", ticketId)
                .params(scope.parameters())
                .query(Boolean.class)
                .single();
    }

    List<Onlooker> others(long ticketId, long personId, Instant since) {
        return database.sql("""
                        select p.id, p.name, x.writing from ticket_presence x join person p on p.id = x.person_id
                        where x.ticket_id = :ticket and x.person_id <> :person and x.seen_at > :since order by p.name, p.id limit :most""")
                .param("ticket", ticketId)
                .param("person", personId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(Onlooker.class)
                .list();
    }

    /** Of those who are gone, on all tickets; rows that somebody else removes at the same time are left to them. */
    void sweep(Instant before) {
        database.sql("""
                        delete from ticket_presence x using (
                            select ticket_id, person_id from ticket_presence where seen_at < :before for update skip locked) gone
                        where x.ticket_id = gone.ticket_id and x.person_id = gone.person_id""").param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}

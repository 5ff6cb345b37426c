package org.triviumcrm.support.presence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
     * The viewer has the ticket before them in a window.
     *
     * @param since whoever was last seen before that is gone
     * @return whether that is news for others; nothing when the viewer does not see the ticket
     */
    Optional<Boolean> note(Viewer viewer, long ticketId, Window window, boolean writing, Instant now, Instant since) {
        Scope scope = viewer.scope(TicketList.NOUN);
        return database.sql("""
                        with seen as (select t.id from ticket t where t.id = :ticket and %s),
                             was as (select x.window_id, x.writing from ticket_presence x
                                 where x.ticket_id = :ticket and x.person_id = :me and not x.gone and x.seen_at > :since),
                             put as (insert into ticket_presence (ticket_id, person_id, window_id, turn, seen_at, writing)
                                 select s.id, :me, :window, :turn, :now, :writing from seen s
                                 on conflict (ticket_id, person_id, window_id) do update
                                 set turn = excluded.turn, seen_at = excluded.seen_at, writing = excluded.writing, gone = false
                                 where ticket_presence.turn <= excluded.turn
                                 returning writing)
                        select exists (select 1 from put) and (select bool_or(w.writing) from was w)
                            is distinct from (:writing or coalesce((select bool_or(w.writing) from was w where w.window_id <> :window), false))
                        from seen""".formatted(scope.sql("t")))
                .params(of(window, ticketId, viewer.personId(), now))
                .param("writing", writing)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .params(scope.parameters())
                .query(Boolean.class)
                .optional();
    }

    /**
     * A window is closed or covered. What it sends before and arrives later no longer counts, so the row stays until it is swept.
     *
     * @return whether that may be news for others
     */
    boolean leave(Viewer viewer, long ticketId, Window window, Instant now) {
        Scope scope = viewer.scope(TicketList.NOUN);
        return database.sql("""
                        with seen as (select t.id from ticket t where t.id = :ticket
                                 and (%s or exists (select 1 from ticket_presence x where x.ticket_id = t.id and x.person_id = :me)))
                        insert into ticket_presence (ticket_id, person_id, window_id, turn, seen_at, writing, gone)
                        select s.id, :me, :window, :turn, :now, false, true from seen s
                        on conflict (ticket_id, person_id, window_id) do update set turn = excluded.turn, writing = false, gone = true
                        where ticket_presence.turn <= excluded.turn""".formatted(scope.sql("t")))
                        .params(of(window, ticketId, viewer.personId(), now))
                        .params(scope.parameters())
                        .update()
                > 0;
    }

    private static Map<String, Object> of(Window window, long ticketId, long personId, Instant now) {
        return Map.of(
                "ticket", ticketId,
                "me", personId,
                "window", window.id(),
                "turn", window.turn(),
                "now", now.atOffset(ZoneOffset.UTC));
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
                        select p.id, p.name, bool_or(x.writing) as writing from ticket_presence x join person p on p.id = x.person_id
                        where x.ticket_id = :ticket and x.person_id <> :person and not x.gone and x.seen_at > :since
                        group by p.id, p.name order by p.name, p.id limit :most""")
                .param("ticket", ticketId)
                .param("person", personId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(Onlooker.class)
                .list();
    }

    /** How much others have written since a message; asked where it is written, as a replica may not have it yet. */
    long written(long ticketId, long seen, long personId) {
        return database.sql("""
                        select count(*) from ticket_message m
                        where m.ticket_id = :ticket and m.id > :seen and m.author_id is distinct from :person""")
                .param("ticket", ticketId)
                .param("seen", seen)
                .param("person", personId)
                .query(Long.class)
                .single();
    }

    /** Of those who are gone, on all tickets; rows that somebody else removes at the same time are left to them. */
    void sweep(Instant before) {
        database.sql("""
                        delete from ticket_presence x using (
                            select ticket_id, person_id, window_id from ticket_presence where seen_at < :before for update skip locked) old
                        where x.ticket_id = old.ticket_id and x.person_id = old.person_id and x.window_id = old.window_id""").param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}

package org.triviumcrm.support.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.web.Option;

/** Who answers talks: whether they are there, and whose turn it is. */
@Repository
public class ChatAgentRepository {

    /** Any number will do, as long as nothing else takes it. */
    private static final long TURNS = 7_320_145_001L;

    private final JdbcClient database;

    ChatAgentRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param active talks that the agent leads */
    public record Agent(boolean available, int active) {}

    Agent find(long personId, Instant since) {
        return database.sql("""
                        select coalesce((select a.available and a.seen_at > :since from chat_agent a where a.person_id = :person), false) as available,
                               (select count(*) from chat c where c.owner_id = :person and c.state = 'ACTIVE')::int as active""")
                .param("person", personId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Agent.class)
                .single();
    }

    /** Whether the agent takes new talks from now on. */
    void set(long personId, boolean available, Instant now) {
        database.sql("""
                        insert into chat_agent (person_id, available, seen_at) values (:person, :available, :now)
                        on conflict (person_id) do update set available = excluded.available, seen_at = excluded.seen_at""")
                .param("person", personId)
                .param("available", available)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The agent is there. Never goes back: what arrives late says nothing new. */
    void seen(long personId, Instant now) {
        database.sql("""
                        insert into chat_agent (person_id, available, seen_at) values (:person, false, :now)
                        on conflict (person_id) do update set seen_at = greatest(chat_agent.seen_at, excluded.seen_at)""")
                .param("person", personId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean isThere(long personId, Instant since) {
        return database.sql(
                        "select exists (select 1 from chat_agent where person_id = :person and available and seen_at > :since)")
                .param("person", personId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    boolean isSeen(long personId, Instant since) {
        return database.sql("select exists (select 1 from chat_agent where person_id = :person and seen_at >= :since)")
                .param("person", personId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Others who are there. */
    List<Option> there(long butId, Instant since) {
        return database.sql("""
                        select p.id, p.name from chat_agent a join person p on p.id = a.person_id and p.active
                        where a.available and a.seen_at > :since and p.id <> :but order by p.name, p.id limit 100""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("but", butId)
                .query((row, number) -> new Option(row.getLong("id"), row.getString("name")))
                .list();
    }

    /** Whether somebody is there who takes talks of this queue. @param since last seen after that */
    public boolean isAnybodyThere(long queueId, Instant since) {
        return database.sql("""
                        select exists (select 1 from ticket_queue_member m join chat_agent a on a.person_id = m.person_id
                                       join person p on p.id = m.person_id and p.active
                                       where m.queue_id = :queue and a.available and a.seen_at > :since)""")
                .param("queue", queueId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Queues in which talks wait that are given out by themselves. */
    List<Long> queuesToServe() {
        return database.sql("""
                        select q.id from ticket_queue q where q.assignment <> 'BY_HAND'
                            and exists (select 1 from chat c where c.queue_id = q.id and c.state = 'WAITING') order by q.id""").query(Long.class).list();
    }

    /** One node gives out at a time, until its transaction ends: two would give more than a person can have. */
    void lockTurns() {
        database.sql("select pg_advisory_xact_lock(?)")
                .param(TURNS)
                .query((row, number) -> true)
                .list();
    }

    /** Those that wait longest first; whoever takes one by hand right now is not waited for. */
    List<Long> waiting(long queueId, int limit) {
        return database.sql("""
                        select c.id from chat c join ticket_queue q on q.id = c.queue_id
                        where c.queue_id = :queue and c.state = 'WAITING' and q.assignment <> 'BY_HAND'
                        order by c.waiting_since, c.id limit :limit for no key update of c skip locked""")
                .param("queue", queueId)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Whose turn it is: in turn, or by how many they have; nobody who is away, not there, or has enough. */
    Optional<Long> next(long chatId, long notTo, LocalDate today, Instant since) {
        return database.sql("""
                        select m.person_id
                        from chat c join chat_widget w on w.id = c.widget_id join ticket_queue q on q.id = c.queue_id
                        join ticket_queue_member m on m.queue_id = c.queue_id
                        join person p on p.id = m.person_id and p.active
                        join chat_agent a on a.person_id = m.person_id and a.available and a.seen_at > :since
                        cross join lateral (select count(*) as chats from chat o where o.owner_id = m.person_id and o.state = 'ACTIVE') o
                        where c.id = :chat and o.chats < w.most_chats and m.person_id <> :not
                            and not exists (select 1 from approval_absence x where x.person_id = m.person_id and x.from_day <= :today and x.until_day >= :today)
                        order by case when q.assignment = 'LEAST_LOADED' then o.chats end, a.served_at nulls first, p.name, p.id
                        limit 1""")
                .param("chat", chatId)
                .param("not", notTo)
                .param("today", today)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    void served(long personId, Instant now) {
        database.sql("update chat_agent set served_at = :now where person_id = :person")
                .param("person", personId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Talks whose agent is gone. */
    List<Long> abandoned(Instant before) {
        return database.sql("""
                        select c.id from chat c left join chat_agent a on a.person_id = c.owner_id
                        where c.state = 'ACTIVE' and coalesce(a.seen_at, '-infinity') < :before order by c.id limit 200""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }
}

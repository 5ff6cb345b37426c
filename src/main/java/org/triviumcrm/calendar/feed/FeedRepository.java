package org.triviumcrm.calendar.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has a feed, and what its entries say beyond the calendar. */
@Repository
class FeedRepository {

    private final JdbcClient database;

    FeedRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param hits how often it was read in this hour, this time among them */
    record Read(long personId, FeedTasks tasks, int hits) {}

    /** Whose feed it is; counted. */
    Optional<Read> read(String hash, Instant now) {
        return database.sql("""
                        update calendar_feed set hits = case when hour = :hour then hits + 1 else 1 end, hour = :hour
                        where token_hash = :hash returning person_id, tasks, hits""")
                .param("hash", hash)
                .param("hour", now.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                .query(Read.class)
                .optional();
    }

    Optional<FeedStanding> find(long personId) {
        return database.sql("select made_at, tasks from calendar_feed where person_id = :person")
                .param("person", personId)
                .query(FeedStanding.class)
                .optional();
    }

    /** The one before is no more. */
    void make(long personId, String hash, FeedTasks tasks, Instant now) {
        database.sql("""
                        insert into calendar_feed (person_id, token_hash, made_at, tasks, hour, hits)
                        values (:person, :hash, :now, :tasks, :now, 0)
                        on conflict (person_id) do update
                        set token_hash = excluded.token_hash, made_at = excluded.made_at, tasks = excluded.tasks, hits = 0""")
                .param("person", personId)
                .param("hash", hash)
                .param("tasks", tasks.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void switchOff(long personId) {
        database.sql("delete from calendar_feed where person_id = :person")
                .param("person", personId)
                .update();
    }

    Map<Long, FeedEntry.More> more(Collection<Long> ids, long personId) {
        List<FeedEntry.More> found = database.sql("""
                        select a.id, a.version, a.updated_at, a.body, r.minutes, r.chosen_at
                        from activity a left join calendar_reminder r on r.activity_id = a.id and r.person_id = :person
                        where a.id = any(:ids)""")
                .param("ids", ids.toArray(Long[]::new))
                .param("person", personId)
                .query(FeedEntry.More.class)
                .list();
        return found.stream().collect(Collectors.toMap(FeedEntry.More::id, Function.identity()));
    }
}

package org.triviumcrm.support.visitor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When visitors were last seen. */
@Repository
class VisitorPresenceRepository {

    private final JdbcClient database;

    VisitorPresenceRepository(JdbcClient database) {
        this.database = database;
    }

    /** These are there. Talks that somebody changes right now are left out; they come again. @return the last number of each */
    Map<Long, Integer> seen(Collection<Long> chatIds, Instant now) {
        Long[] ids = chatIds.toArray(Long[]::new);
        database.sql("""
                        update chat c set visitor_seen_at = :now from (
                            select id from chat where id = any(:ids) and visitor_seen_at < :now order by id for no key update skip locked) h
                        where c.id = h.id""")
                .param("ids", ids)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return database
                .sql("select id, last_seq from chat where id = any(:ids)")
                .param("ids", ids)
                .query((row, number) -> Map.entry(row.getLong("id"), row.getInt("last_seq")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

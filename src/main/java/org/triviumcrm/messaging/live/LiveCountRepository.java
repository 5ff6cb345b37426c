package org.triviumcrm.messaging.live;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.messaging.LiveCount;

/** All counts of all people who look, in one statement; and which of their sessions there still are. */
@Repository
class LiveCountRepository {

    private final JdbcClient jdbc;
    private final List<LiveCount> counts;
    private final String sql;

    LiveCountRepository(JdbcClient jdbc, List<LiveCount> counts) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.sql = counts.stream()
                .map(count -> "(" + count.sql() + ") as \"" + count.key() + "\"")
                .collect(Collectors.joining(", ", "select p.id, ", " from unnest(:people::bigint[]) p (id)"));
    }

    /** By person and key. */
    Map<Long, Map<String, Long>> of(Collection<Long> personIds) {
        Map<Long, Map<String, Long>> found = new HashMap<>();
        jdbc.sql(sql).param("people", personIds.toArray(Long[]::new)).query(row -> {
            Map<String, Long> numbers = new LinkedHashMap<>();
            for (LiveCount count : counts) {
                numbers.put(count.key(), row.getLong(count.key()));
            }
            found.put(row.getLong("id"), numbers);
        });
        return found;
    }

    /** Those of these sessions that have not ended. */
    Set<String> open(Collection<String> sessionIds, Instant now) {
        return new HashSet<>(jdbc.sql("""
                        select session_id from spring_session where session_id = any(:ids::bpchar[]) and expiry_time > :now""")
                .param("ids", sessionIds.toArray(String[]::new))
                .param("now", now.toEpochMilli())
                .query(String.class)
                .list());
    }
}

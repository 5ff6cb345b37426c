package org.triviumcrm.customer.activity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.HeldLine;

/** Gives what one person has planned to others, many at once. */
@Repository
class PlannedWorkRepository {

    private static final String PLANNED =
            "owner_id = :person and (kind = 'TASK' and done_at is null or kind in ('CALL', 'MEETING') and at > :now)";

    private final JdbcClient database;

    PlannedWorkRepository(JdbcClient database) {
        this.database = database;
    }

    List<HeldLine> of(long personId, Instant now) {
        return database.sql(
                        "select null::text as label, null::text as name, count(*) as count, null::numeric as amount, null::text as link"
                                + " from activity where " + PLANNED + " having count(*) > 0")
                .param("person", personId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(HeldLine.class)
                .list();
    }

    /** To these people in turn; person by activity. */
    Map<Long, Long> spread(long personId, List<Long> receivers, Instant now) {
        return changed(database.sql("""
                        update activity t set owner_id = (:receivers::bigint[])[x.place + 1], updated_at = :now, version = version + 1
                        from (select id, (row_number() over (order by id) - 1) %% cardinality(:receivers::bigint[]) as place
                              from activity where %s) x
                        where t.id = x.id returning t.id, t.owner_id as person""".formatted(PLANNED))
                .param("receivers", receivers.toArray(Long[]::new))
                .param("person", personId)
                .param("now", now.atOffset(ZoneOffset.UTC)));
    }

    /** Those that the receivers still have. */
    Map<Long, Long> takeBack(long personId, Map<Long, Long> given, Instant now) {
        return changed(database.sql("""
                        update activity t set owner_id = :person, updated_at = :now, version = version + 1
                        from unnest(:ids::bigint[], :holders::bigint[]) x (id, holder)
                        where t.id = x.id and t.owner_id = x.holder and t.done_at is null
                        returning t.id, t.owner_id as person""")
                .param("ids", given.keySet().toArray(Long[]::new))
                .param("holders", given.values().toArray(Long[]::new))
                .param("person", personId)
                .param("now", now.atOffset(ZoneOffset.UTC)));
    }

    private static Map<Long, Long> changed(JdbcClient.StatementSpec statement) {
        Map<Long, Long> changed = new HashMap<>();
        statement
                .query((row, number) -> Map.entry(row.getLong("id"), row.getLong("person")))
                .list()
                .forEach(one -> changed.put(one.getKey(), one.getValue()));
        return changed;
    }
}

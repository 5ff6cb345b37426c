package org.triviumcrm.identity.team;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.HeldLine;

/** Puts others in charge of the teams of one person, many at once. */
@Repository
class ManagedTeamRepository {

    private final JdbcClient database;

    ManagedTeamRepository(JdbcClient database) {
        this.database = database;
    }

    List<HeldLine> of(long personId) {
        return database.sql("""
                        select null::text as label, name, 1 as count, null::numeric as amount, '/administration/teams/' || id as link
                        from team where manager_id = :person order by lower(name), id""").param("person", personId).query(HeldLine.class).list();
    }

    /** To these people in turn; person by team. */
    Map<Long, Long> spread(long personId, List<Long> receivers, Instant now) {
        return changed(database.sql("""
                        update team t set manager_id = (:receivers::bigint[])[x.place + 1], updated_at = :now, version = version + 1
                        from (select id, (row_number() over (order by id) - 1) % cardinality(:receivers::bigint[]) as place
                              from team where manager_id = :person) x
                        where t.id = x.id returning t.id, t.manager_id as person""")
                .param("receivers", receivers.toArray(Long[]::new))
                .param("person", personId)
                .param("now", now.atOffset(ZoneOffset.UTC)));
    }

    /** Those that the receivers are still in charge of. */
    Map<Long, Long> takeBack(long personId, Map<Long, Long> given, Instant now) {
        return changed(database.sql("""
                        update team t set manager_id = :person, updated_at = :now, version = version + 1
                        from unnest(:ids::bigint[], :holders::bigint[]) x (id, holder)
                        where t.id = x.id and t.manager_id = x.holder returning t.id, t.manager_id as person""")
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

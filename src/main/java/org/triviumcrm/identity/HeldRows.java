package org.triviumcrm.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a table that a person is in charge of, given to others with one statement whatever their number.
 *
 * @param table has an {@code id}, {@code updated_at} and {@code version}
 * @param column of the person in charge
 * @param still which of the rows count as held, as SQL over the table's columns; {@code :now} is the time of the change
 */
public record HeldRows(JdbcClient database, String table, String column, String still) {

    /** All rows of the table. */
    public HeldRows(JdbcClient database, String table, String column) {
        this(database, table, column, "true");
    }

    /** To these people in turn; person by row. */
    public Map<Long, Long> spread(long personId, List<Long> receivers, Instant now) {
        return changed(database.sql("""
                        update %1$s t set %2$s = (:receivers::bigint[])[x.place + 1], updated_at = :now, version = version + 1
                        from (select id, (row_number() over (order by id) - 1) %% cardinality(:receivers::bigint[]) as place
                              from %1$s where %2$s = :person and (%3$s)) x
                        where t.id = x.id returning t.id, t.%2$s as person""".formatted(table, column, still))
                .param("receivers", receivers.toArray(Long[]::new))
                .param("person", personId)
                .param("now", now.atOffset(ZoneOffset.UTC)));
    }

    /** Back to the person, those that the receivers are still in charge of; person by row. */
    public Map<Long, Long> takeBack(long personId, Map<Long, Long> given, Instant now) {
        return changed(database.sql("""
                        update %1$s t set %2$s = :person, updated_at = :now, version = version + 1
                        from unnest(:ids::bigint[], :holders::bigint[]) x (id, holder)
                        where t.id = x.id and t.%2$s = x.holder and (%3$s) returning t.id, t.%2$s as person""".formatted(table, column, still))
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

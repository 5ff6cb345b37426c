package org.triviumcrm.shared.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what a record was like at one of its versions. */
@Repository
class BaseVersionRepository {

    private final JdbcClient jdbc;

    BaseVersionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The record at a version and as it is now; empty where the history does not go back so far. */
    Optional<BaseVersion> since(HistoryTable table, long id, int version) {
        Map<String, List<String>> before = new HashMap<>();
        Map<String, List<String>> now = new HashMap<>();
        String newest = "from %s_aud a where a.id = :id order by a.rev desc limit 1".formatted(table.table());
        String opened = newest.replace("order by", "and a.version <= :version order by");
        if (!read(table, id, version, opened, before) || !read(table, id, version, newest, now)) {
            return Optional.empty();
        }
        return Optional.of(new BaseVersion(before, now));
    }

    private boolean read(HistoryTable table, long id, int version, String which, Map<String, List<String>> values) {
        List<Long> revisions = jdbc.sql("""
                        select a.rev, f.field, to_jsonb(a) #>> string_to_array(f.field, '.') as value
                          from (select * %s) a cross join unnest(array[:fields]::text[]) f (field)""".formatted(which))
                .param(
                        "fields",
                        table.fields().stream().map(HistoryField::column).toList())
                .param("id", id)
                .param("version", version)
                .query((row, number) -> {
                    String value = row.getString("value");
                    values.put(row.getString("field"), value == null ? List.of() : List.of(value));
                    return row.getLong("rev");
                })
                .list();
        if (!revisions.isEmpty()) {
            table.sets().forEach(set -> values.put(set.auditTable(), members(set, id, revisions.get(0))));
        }
        return !revisions.isEmpty();
    }

    /** What was in a set after a revision. */
    private List<String> members(HistorySet set, long id, long revision) {
        return jdbc.sql("""
                        select value from (
                            select distinct on (value) %1$s as value, s.revtype
                              from %2$s s where s.%3$s = :id and s.rev <= :rev order by value, s.rev desc, s.revtype) last
                         where revtype < 2 order by value""".formatted(set.value(), set.auditTable(), set.owner()))
                .param("id", id)
                .param("rev", revision)
                .query(String.class)
                .list();
    }
}

package org.triviumcrm.exchange.dataimport;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.TableColumns;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds out what of an import can be taken back, and takes it back. */
@Repository
class UndoRepository {

    /** A column that refers to a table. */
    record Link(String table, String column, boolean mayBeEmpty) {
        String name() {
            return table + "." + column;
        }
    }

    private final JdbcClient database;
    private final TableColumns columns;
    private final JsonMapper json;

    UndoRepository(JdbcClient database, TableColumns columns, JsonMapper json) {
        this.database = database;
        this.columns = columns;
        this.json = json;
    }

    /** Without figures of a fresh import the planner takes a few rows for granted where there are a million. */
    void measure() {
        database.sql("analyze import_effect").update();
    }

    /** Created records wait for their deletion, unless they were changed since or are gone. */
    void markCreated(long importId, ImportTable table) {
        database.sql("""
                        update import_effect e
                        set undo = coalesce((select case when t.version <> e.version then 'CHANGED' else 'WAITING' end
                                             from %s t where t.id = e.record_id), 'GONE')
                        where e.import_id = :id and e.record_type = :type and e.before is null and e.undo is null
                        """.formatted(table.table()))
                .param("id", importId)
                .param("type", table.recordType())
                .update();
    }

    /** Forgets earlier verdicts, so that what could not be taken back then is looked at again. */
    void reset(long importId) {
        database.sql("update import_effect set undo = null where import_id = :id and undo in ('CHANGED', 'USED')")
                .param("id", importId)
                .update();
    }

    List<Link> links(ImportTable table) {
        return database
                .sql("""
                        select c.conrelid::regclass::text, a.attname, not a.attnotnull
                        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.contype = 'f' and c.confrelid = to_regclass(:table)
                        order by 1, 2
                        """)
                .param("table", table.table())
                .query((row, number) -> new Link(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list()
                .stream()
                .filter(link -> !table.parts().contains(link.name()))
                .toList();
    }

    /** Keeps waiting records that something else uses; rows of the same group that wait themselves do not count. */
    int markUsed(long importId, ImportTable table, Link link, @Nullable ImportTable group) {
        String own = group == null ? "" : """
                and not exists (select 1 from import_effect o where o.import_id = :id and o.record_type = '%s'
                                and o.record_id = x.id and o.undo = 'WAITING')
                """.formatted(group.recordType());
        return database.sql("""
                        update import_effect e set undo = 'USED'
                        where e.import_id = :id and e.record_type = :type and e.undo = 'WAITING'
                          and exists (select 1 from %s x where x.%s = e.record_id %s)
                        """.formatted(link.table(), link.column(), own))
                .param("id", importId)
                .param("type", table.recordType())
                .update();
    }

    int markUsedElsewhere(long importId, ImportTable table) {
        if (table.used() == null) {
            return 0;
        }
        return database.sql("""
                        update import_effect e set undo = 'USED'
                        where e.import_id = :id and e.record_type = :type and e.undo = 'WAITING'
                          and exists (select 1 from %s r where r.id = e.record_id and (%s))
                        """.formatted(table.table(), table.used()))
                .param("id", importId)
                .param("type", table.recordType())
                .update();
    }

    List<Long> waiting(long importId, ImportTable table, int limit) {
        return database.sql("""
                        select record_id from import_effect
                        where import_id = :id and record_type = :type and undo = 'WAITING'
                        order by record_id desc limit :limit
                        """)
                .param("id", importId)
                .param("type", table.recordType())
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Those of one table that go together need not let go of each other: without what is above them they might be called the same. */
    void release(ImportTable table, Link link, List<Long> ids) {
        String staying = link.table().equals(table.table()) ? " and id <> all(:ids)" : "";
        database.sql("update %s set %s = null where %s = any(:ids)%s"
                        .formatted(link.table(), link.column(), link.column(), staying))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    void delete(ImportTable table, List<Long> ids) {
        for (String part : table.parts()) {
            String[] names = part.split("\\.");
            database.sql("delete from %s where %s = any(:ids)".formatted(names[0], names[1]))
                    .param("ids", ids.toArray(Long[]::new))
                    .update();
        }
        database.sql("delete from %s where id = any(:ids)".formatted(table.table()))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    void mark(long importId, ImportTable table, List<Long> ids, String verdict) {
        database.sql("""
                        update import_effect set undo = :verdict
                        where import_id = :id and record_type = :type and record_id = any(:ids)
                        """)
                .param("verdict", verdict)
                .param("id", importId)
                .param("type", table.recordType())
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** The before-values of changed records that are not looked at yet. */
    Map<Long, Map<String, @Nullable String>> changed(long importId, ImportTable table, int limit) {
        return database
                .sql("""
                        select record_id, before from import_effect
                        where import_id = :id and record_type = :type and before is not null and undo is null
                        order by record_id limit :limit
                        """)
                .param("id", importId)
                .param("type", table.recordType())
                .param("limit", limit)
                .query((row, number) -> Map.entry(
                        row.getLong(1),
                        json.readValue(row.getString(2), new TypeReference<Map<String, @Nullable String>>() {})))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Gives the ids of the records that are as the import left them and now are as before it. */
    List<Long> restore(long importId, ImportTable table, List<Long> ids, List<String> changed, java.time.Instant now) {
        Map<String, String> types = columns.of(table.table());
        String sets = changed.stream()
                .filter(types::containsKey)
                .map(column ->
                        "%1$s = case when jsonb_exists(e.before, '%1$s') then (e.before ->> '%1$s')::%2$s else t.%1$s end"
                                .formatted(column, types.get(column)))
                .collect(Collectors.joining(", "));
        return database.sql("""
                        update %s t set %s, updated_at = :now, version = t.version + 1
                        from import_effect e
                        where e.import_id = :id and e.record_type = :type and e.record_id = any(:ids)
                          and t.id = e.record_id and t.version = e.version
                        returning t.id
                        """.formatted(table.table(), sets))
                .param("now", ImportRepository.time(now))
                .param("id", importId)
                .param("type", table.recordType())
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }
}

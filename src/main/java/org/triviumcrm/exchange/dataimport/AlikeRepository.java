package org.triviumcrm.exchange.dataimport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTwin;
import org.triviumcrm.shared.exchange.RowSign;
import tools.jackson.databind.json.JsonMapper;

/** Rows that look like records that were there before, or like earlier rows, in the order of the file. */
@Repository
class AlikeRepository {

    /** What became of such a row: a record of its own, a change of the other one, nothing. */
    enum Verdict {
        CAME,
        CHANGED,
        LEFT
    }

    /**
     * @param recordId what it became or changed; null where there is nothing (yet)
     */
    record Alike(
            long position,
            long line,
            Verdict verdict,
            @Nullable Long recordId,
            List<String> cells,
            List<ImportTwin> twins) {}

    private record Pair(long position, ImportTwin twin) {}

    private final JdbcClient database;
    private final JsonMapper json;

    AlikeRepository(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(long importId, List<Alike> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into import_alike (import_id, position, line, verdict, record_id, cells)
                        select :id, p, l, v, r, array(select jsonb_array_elements_text(c::jsonb))
                        from unnest(:positions::bigint[], :lines::bigint[], :verdicts::text[], :records::bigint[], :cells::text[]) as u (p, l, v, r, c)
                        on conflict do nothing""")
                .param("id", importId)
                .param("positions", of(rows, Alike::position).toArray(Long[]::new))
                .param("lines", of(rows, Alike::line).toArray(Long[]::new))
                .param("verdicts", of(rows, row -> row.verdict().name()).toArray(String[]::new))
                .param("records", of(rows, Alike::recordId).toArray(Long[]::new))
                .param(
                        "cells",
                        of(rows, row -> json.writeValueAsString(row.cells())).toArray(String[]::new))
                .update();
        List<Pair> pairs = rows.stream()
                .flatMap(row -> row.twins().stream().map(twin -> new Pair(row.position(), twin)))
                .toList();
        database.sql("""
                        insert into import_twin (import_id, position, record_type, record_id, signs)
                        select :id, p, t, r, string_to_array(s, ',')
                        from unnest(:positions::bigint[], :types::text[], :records::bigint[], :signs::text[]) as u (p, t, r, s)
                        on conflict do nothing""")
                .param("id", importId)
                .param("positions", of(pairs, Pair::position).toArray(Long[]::new))
                .param("types", of(pairs, pair -> pair.twin().recordType()).toArray(String[]::new))
                .param("records", of(pairs, pair -> pair.twin().recordId()).toArray(Long[]::new))
                .param(
                        "signs",
                        of(pairs, pair -> String.join(",", pair.twin().signs())).toArray(String[]::new))
                .update();
    }

    private static <T, R> Stream<R> of(List<T> all, Function<T, R> part) {
        return all.stream().map(part);
    }

    Map<Verdict, Long> counts(long importId) {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        database.sql("select verdict, count(*) from import_alike where import_id = :id group by verdict")
                .param("id", importId)
                .query(row -> {
                    counts.put(Verdict.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** @param after the position of the last row of the piece before, 0 for the first */
    List<Alike> rows(long importId, long after, int limit) {
        Map<Long, List<ImportTwin>> twins = new HashMap<>();
        database.sql("""
                        select w.position, w.record_type, w.record_id, w.signs
                        from (select position from import_alike where import_id = :id and position > :after order by position limit :limit) a
                        join import_twin w on w.import_id = :id and w.position = a.position
                        order by w.position, w.record_type, w.record_id""")
                .param("id", importId)
                .param("after", after)
                .param("limit", limit)
                .query(row -> {
                    twins.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                            .add(new ImportTwin(
                                    row.getString(2),
                                    row.getLong(3),
                                    List.of((String[]) row.getArray(4).getArray()),
                                    false));
                });
        return database.sql("""
                        select position, line, verdict, record_id, cells from import_alike
                        where import_id = :id and position > :after order by position limit :limit""")
                .param("id", importId)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Alike(
                        row.getLong("position"),
                        row.getLong("line"),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getObject("record_id", Long.class),
                        List.of((String[]) row.getArray("cells").getArray()),
                        twins.getOrDefault(row.getLong("position"), List.of())))
                .list();
    }

    /** What some records are called, as far as they are there and in sight. */
    Map<Long, String> names(ImportTable table, Scope scope, Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            database.sql("select t.id, %s from %s t where t.id = any(:ids) and %s"
                            .formatted(table.named(), table.table(), table.scoped() ? scope.sql("t") : "true"))
                    .params(scope.parameters())
                    .param("ids", ids.toArray(Long[]::new))
                    .query(row -> {
                        names.put(row.getLong(1), row.getString(2));
                    });
        }
        return names;
    }

    /** Those of these records that the import has made. */
    Set<Long> made(long importId, String recordType, Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(database.sql("""
                        select record_id from import_effect
                        where import_id = :id and record_type = :type and record_id = any(:ids) and before is null""")
                        .param("id", importId)
                        .param("type", recordType)
                        .param("ids", ids.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }

    /** Those of these records that an earlier row changes. */
    Set<Long> taken(long importId, Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(database.sql("""
                        select distinct record_id from import_alike
                        where import_id = :id and verdict = 'CHANGED' and record_id = any(:ids)""")
                        .param("id", importId)
                        .param("ids", ids.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }

    /** Rows of the file before this line with one of these signs, the first few of each. */
    List<RowSign> earlier(long importId, List<RowSign> signs, long before) {
        return signs.isEmpty()
                ? List.of()
                : database.sql("""
                        select f.line, a.sign, a.value
                        from (select distinct s, v from unnest(:signs::text[], :values::text[]) as u (s, v)) as a (sign, value)
                        cross join lateral (
                            select i.line from import_sign i
                            where i.import_id = :id and i.sign = a.sign and i.hash = md5(a.value) and i.line < :before order by i.line limit 3) f
                        order by f.line""")
                        .param("id", importId)
                        .param("signs", of(signs, RowSign::sign).toArray(String[]::new))
                        .param("values", of(signs, RowSign::value).toArray(String[]::new))
                        .param("before", before)
                        .query(RowSign.class)
                        .list();
    }

    void came(long importId, List<RowSign> signs) {
        if (!signs.isEmpty()) {
            database.sql("""
                            insert into import_sign (import_id, sign, hash, line)
                            select :id, s, md5(v), l from unnest(:signs::text[], :values::text[], :lines::bigint[]) as u (s, v, l)
                            on conflict do nothing""")
                    .param("id", importId)
                    .param("signs", of(signs, RowSign::sign).toArray(String[]::new))
                    .param("values", of(signs, RowSign::value).toArray(String[]::new))
                    .param("lines", of(signs, RowSign::line).toArray(Long[]::new))
                    .update();
        }
    }
}

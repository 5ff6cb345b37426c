package org.triviumcrm.exchange.dataimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.exchange.ImportEffect;
import org.triviumcrm.shared.exchange.ImportRow;
import tools.jackson.databind.json.JsonMapper;

/** What became of the rows: records created and changed, rows refused and why. */
@Repository
class OutcomeRepository {

    /** A refused row, as the error file and the page show it. */
    record Refused(long position, long line, ImportRow.Refusal refusal, List<String> cells) {}

    /** A reason and how many rows it hit. */
    record Reason(String messageKey, String field, long rows) {}

    private final JdbcClient database;
    private final JsonMapper json;

    OutcomeRepository(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A record changed in both phases keeps the first before-values and gets the last version. */
    void addEffects(long importId, List<Long> positions, List<ImportEffect> effects) {
        if (effects.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into import_effect (import_id, record_type, record_id, position, version, before)
                        select :id, t, r, p, v, b::jsonb
                        from unnest(:types::text[], :records::bigint[], :positions::bigint[], :versions::int[],
                                    :befores::text[]) as u (t, r, p, v, b)
                        on conflict (import_id, record_type, record_id) do update
                        set version = excluded.version, before = excluded.before || import_effect.before
                        """)
                .param("id", importId)
                .param("types", effects.stream().map(ImportEffect::recordType).toArray(String[]::new))
                .param("records", effects.stream().map(ImportEffect::recordId).toArray(Long[]::new))
                .param("positions", positions.toArray(Long[]::new))
                .param("versions", effects.stream().map(ImportEffect::version).toArray(Integer[]::new))
                .param(
                        "befores",
                        effects.stream()
                                .map(effect ->
                                        effect.before() == null ? null : json.writeValueAsString(effect.before()))
                                .toArray(String[]::new))
                .update();
    }

    void addRefusals(long importId, List<Refused> refused) {
        if (refused.isEmpty()) {
            return;
        }
        List<Object[]> rows = new ArrayList<>();
        for (Refused row : refused) {
            rows.add(new Object[] {
                importId,
                row.position(),
                row.line(),
                row.refusal().messageKey(),
                row.refusal().field(),
                json.writeValueAsString(row.refusal().arguments()),
                json.writeValueAsString(row.cells())
            });
        }
        database.sql("""
                        insert into import_refusal (import_id, position, line, message_key, field, arguments, cells)
                        select :id, p, l, m, f, array(select jsonb_array_elements_text(a::jsonb)),
                               array(select jsonb_array_elements_text(c::jsonb))
                        from unnest(:positions::bigint[], :lines::bigint[], :keys::text[], :fields::text[],
                                    :arguments::text[], :cells::text[]) as u (p, l, m, f, a, c)
                        on conflict do nothing
                        """)
                .param("id", importId)
                .param("positions", column(rows, 1, Long[]::new))
                .param("lines", column(rows, 2, Long[]::new))
                .param("keys", column(rows, 3, String[]::new))
                .param("fields", column(rows, 4, String[]::new))
                .param("arguments", column(rows, 5, String[]::new))
                .param("cells", column(rows, 6, String[]::new))
                .update();
    }

    private static <T> T[] column(List<Object[]> rows, int at, java.util.function.IntFunction<T[]> array) {
        return rows.stream().map(row -> row[at]).toArray(array);
    }

    /** Forgets what was said of the rows of a file, before it is said anew. */
    void clear(long importId) {
        database.sql(
                        "with alike as (delete from import_alike where import_id = :id), sign as (delete from import_sign where import_id = :id)"
                                + " delete from import_refusal where import_id = :id")
                .param("id", importId)
                .update();
    }

    List<Reason> reasons(long importId) {
        return database.sql("""
                        select message_key, field, count(*) as rows from import_refusal where import_id = :id
                        group by message_key, field order by rows desc, message_key, field limit 20
                        """)
                .param("id", importId)
                .query((row, number) -> new Reason(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** Refused rows in the order of the file. */
    List<Refused> refused(long importId, long after, int limit) {
        return database.sql("""
                        select * from import_refusal where import_id = :id and position > :after
                        order by position limit :limit
                        """)
                .param("id", importId)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Refused(
                        row.getLong("position"),
                        row.getLong("line"),
                        new ImportRow.Refusal(row.getString("message_key"), row.getString("field"), List.of((String[])
                                row.getArray("arguments").getArray())),
                        List.of((String[]) row.getArray("cells").getArray())))
                .list();
    }

    /** Counts what lies in the tables: true whatever happened on the way. */
    ImportSummary summary(long importId, long rows) {
        Map<String, Long> created = new HashMap<>();
        Map<String, Long> changed = new HashMap<>();
        database.sql("""
                        select record_type, before is null as created, count(*) from import_effect
                        where import_id = :id group by 1, 2
                        """).param("id", importId).query(row -> {
            (row.getBoolean(2) ? created : changed).put(row.getString(1), row.getLong(3));
        });
        long touched = count("""
                select count(*) from (select position from import_effect where import_id = :id and position > 0
                                      union select position from import_refusal where import_id = :id) p
                """, importId);
        long refused = count("select count(*) from import_refusal where import_id = :id", importId);
        return new ImportSummary(created, changed, Math.max(0, rows - touched), refused);
    }

    private long count(String sql, long importId) {
        return database.sql(sql).param("id", importId).query(Long.class).single();
    }
}

package org.triviumcrm.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Writes rows in batches under ids of the same sequences that the entities use. */
@Component
class DemoWriter {

    private static final int BLOCK = 50;

    private final NamedParameterJdbcTemplate database;
    private final RecordWriter records;

    DemoWriter(NamedParameterJdbcTemplate database, RecordWriter records) {
        this.database = database;
        this.records = records;
    }

    /**
     * {@code count} fresh ids. A value v of a sequence stands for the ids v-49 to v, as Hibernate's pooled optimizer
     * has it.
     */
    Iterator<Long> ids(String sequence, int count) {
        List<Long> ids = new ArrayList<>();
        for (long high : database.queryForList(
                "select nextval('" + sequence + "') from generate_series(1, :blocks)",
                Map.of("blocks", count / BLOCK + 2),
                Long.class)) {
            for (long id = Math.max(1, high - BLOCK + 1); id <= high; id++) {
                ids.add(id);
            }
        }
        return ids.iterator();
    }

    /** Inserts all rows; every row has the same columns. */
    void insert(String table, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String columns = String.join(", ", rows.get(0).keySet());
        String values = ":" + String.join(", :", rows.get(0).keySet());
        @SuppressWarnings("unchecked")
        Map<String, Object>[] batch = rows.toArray(Map[]::new);
        database.batchUpdate("insert into " + table + " (" + columns + ") values (" + values + ")", batch);
    }

    /** One revision in which all these records began, so that later changes are told from it. */
    void startHistory(List<String> tables, Instant now) {
        Long revision = database.queryForObject(
                "insert into revision (id, at, cause) values (nextval('revision_seq'), :now, 'shared.history.cause.demo#') returning id",
                Map.of("now", now.atOffset(ZoneOffset.UTC)),
                Long.class);
        for (String table : tables) {
            List<Long> unknown = database.queryForList(
                    "select id from %1$s t where not exists (select 1 from %1$s_aud a where a.id = t.id)"
                            .formatted(table),
                    Map.of(),
                    Long.class);
            records.history(table, unknown, 0, Objects.requireNonNull(revision));
        }
    }

    NamedParameterJdbcTemplate database() {
        return database;
    }
}

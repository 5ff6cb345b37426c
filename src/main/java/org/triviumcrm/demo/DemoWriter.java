package org.triviumcrm.demo;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes rows in batches under ids of the same sequences that the entities use. */
@Component
class DemoWriter {

    private static final int BLOCK = 50;

    private final NamedParameterJdbcTemplate database;

    DemoWriter(NamedParameterJdbcTemplate database) {
        this.database = database;
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

    NamedParameterJdbcTemplate database() {
        return database;
    }
}

package org.triviumcrm.shared.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Names of records by their ids, for histories: whoever may read a record's history may read the names in it.
 *
 * @param kind also the table's name; not from a user
 */
public record RecordNames(JdbcClient database, String kind) implements HistoryNames {

    @Override
    public Map<String, String> names(Collection<String> values, Locale locale) {
        Map<String, String> names = new HashMap<>();
        database.sql("select id, name from " + kind + " where id = any(:ids)")
                .param("ids", values.stream().map(Long::valueOf).toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getString("id"), row.getString("name"));
                });
        return names;
    }
}

package org.triviumcrm.shared.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The columns of a table with their types; migrations change them only while the application is down. */
@Component
public class TableColumns {

    private final JdbcClient database;
    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

    TableColumns(JdbcClient database) {
        this.database = database;
    }

    /** Type names by column, without lengths; empty when there is no such table. */
    public Map<String, String> of(String table) {
        return known.computeIfAbsent(table, this::read);
    }

    private Map<String, String> read(String table) {
        Map<String, String> types = new LinkedHashMap<>();
        database.sql("""
                        select attname, format_type(atttypid, -1)
                        from pg_attribute
                        where attrelid = to_regclass(:table) and attnum > 0 and not attisdropped and attgenerated = ''
                        order by attnum
                        """).param("table", table).query(row -> {
            types.put(row.getString(1), row.getString(2));
        });
        return types;
    }
}

package org.triviumcrm.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the secondary indexes and foreign keys off some tables and puts them back on afterwards: building an index over
 * a million rows at once is many times faster than keeping it up row by row.
 */
final class TableKeys {

    private final Connection connection;
    private final List<String> indexes = new ArrayList<>();
    private final List<String> foreignKeys = new ArrayList<>();

    TableKeys(Connection connection) {
        this.connection = connection;
    }

    void takeOff(String... tables) throws SQLException {
        for (String table : tables) {
            List<String> drops = new ArrayList<>();
            read("""
                    select format('alter table %I drop constraint %I', c.conrelid::regclass, c.conname),
                           format('alter table %I add constraint %I %s', c.conrelid::regclass, c.conname,
                                  pg_get_constraintdef(c.oid))
                    from pg_constraint c
                    where c.contype = 'f' and (c.conrelid = '%1$s'::regclass)
                    """.replace("%1$s", table), drops, foreignKeys);
            read("""
                    select format('drop index %I', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
                    from pg_index i
                    where i.indrelid = '%1$s'::regclass and not i.indisprimary
                      and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
                    """.replace("%1$s", table), drops, indexes);
            run(drops);
        }
    }

    void putBack() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set maintenance_work_mem = '512MB'");
            statement.execute("set max_parallel_maintenance_workers = 2");
        }
        run(indexes);
        run(foreignKeys);
    }

    private void read(String sql, List<String> drops, List<String> creates) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                drops.add(rows.getString(1));
                creates.add(rows.getString(2));
            }
        }
    }

    private void run(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}

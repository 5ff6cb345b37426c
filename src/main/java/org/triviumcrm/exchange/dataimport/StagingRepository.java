package org.triviumcrm.exchange.dataimport;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.exchange.file.RawRow;
import org.triviumcrm.exchange.file.RowReader;

/** The rows of a file on their way: in by COPY, out in batches. */
@Repository
class StagingRepository {

    private static final int BUFFER = 1 << 20;

    /** A row of a file with its place in it. */
    record StagedRow(
            long position,
            long line,
            List<String> cells,
            @Nullable Long duplicateOf) {}

    /** Hands rows over to be stored. */
    interface Rows {
        void forEach(java.util.function.Predicate<RawRow> consumer);
    }

    private final JdbcTemplate database;
    private final JdbcClient client;

    StagingRepository(JdbcTemplate database, JdbcClient client) {
        this.database = database;
        this.client = client;
    }

    /** Stores all rows after the header in one stream; gives their number. */
    long stage(long importId, boolean header, Rows rows) {
        client.sql("delete from import_row where import_id = :id")
                .param("id", importId)
                .update();
        ConnectionCallback<Long> copying = connection -> copy(connection, importId, header, rows);
        Long count = database.execute(copying);
        database.execute("analyze import_row");
        return count == null ? 0 : count;
    }

    /** A COPY for each buffer: between them the connection is free to fetch the next piece of the file. */
    private static long copy(Connection connection, long importId, boolean header, Rows rows) throws SQLException {
        CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
        StringBuilder buffer = new StringBuilder(BUFFER * 2);
        long[] count = {header ? -1 : 0};
        rows.forEach(row -> {
            if (++count[0] > 0) {
                buffer.append(importId).append('\t').append(count[0]).append('\t');
                buffer.append(row.line()).append('\t');
                array(buffer, row.cells());
                buffer.append('\n');
                if (buffer.length() > BUFFER) {
                    write(copying, buffer);
                }
            }
            return true;
        });
        write(copying, buffer);
        return Math.max(0, count[0]);
    }

    private static void write(CopyManager copying, StringBuilder buffer) {
        try {
            copying.copyIn(
                    "copy import_row (import_id, position, line, cells) from stdin",
                    new StringReader(buffer.toString()));
            buffer.setLength(0);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An array as COPY wants it: quoted for the array and escaped once more for COPY. */
    static void array(StringBuilder to, List<String> cells) {
        to.append('{');
        for (int at = 0; at < cells.size(); at++) {
            to.append(at == 0 ? "\"" : ",\"");
            String cell = cells.get(at);
            for (int c = 0; c < cell.length(); c++) {
                char letter = cell.charAt(c);
                switch (letter) {
                    case '"' -> to.append("\\\\\"");
                    case '\\' -> to.append("\\\\\\\\");
                    case '\n' -> to.append("\\n");
                    case '\r' -> to.append("\\r");
                    case '\t' -> to.append("\\t");
                    case '\0' -> to.append(RowReader.ODD);
                    default -> to.append(Character.isSurrogate(letter) ? surrogate(cell, c) : letter);
                }
            }
            to.append('"');
        }
        to.append('}');
    }

    /** Half of a pair alone is no character. */
    private static char surrogate(String text, int at) {
        char letter = text.charAt(at);
        boolean paired = Character.isHighSurrogate(letter)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        return paired ? letter : RowReader.ODD;
    }

    /** Marks rows whose key stands in an earlier row already. Rows without any key are left alone. */
    void markDuplicates(long importId, List<Integer> keyColumns, boolean ignoreCase, List<String> nothing) {
        client.sql("update import_row set duplicate_of = null where import_id = :id and duplicate_of is not null")
                .param("id", importId)
                .update();
        if (keyColumns.isEmpty()) {
            return;
        }
        String key = keyColumns.stream()
                .map(column -> "coalesce(btrim(cells[" + (column + 1) + "]), '')")
                .map(cell -> ignoreCase ? "lower(" + cell + ")" : cell)
                .reduce((one, two) -> one + " || chr(1) || " + two)
                .orElseThrow();
        client.sql("""
                        update import_row r set duplicate_of = d.first_line
                        from (select position,
                                     first_value(line) over (partition by key order by position) as first_line,
                                     row_number() over (partition by key order by position) as place
                              from (select position, line, %s as key from import_row where import_id = :id) k
                              where lower(translate(key, chr(1), '')) <> all (:nothing)) d
                        where r.import_id = :id and r.position = d.position and d.place > 1
                        """.formatted(key))
                .param("id", importId)
                .param("nothing", nothing.toArray(String[]::new))
                .update();
    }

    List<StagedRow> batch(long importId, long after, int size) {
        return client.sql("""
                        select position, line, cells, duplicate_of from import_row
                        where import_id = :id and position > :after order by position limit :size
                        """)
                .param("id", importId)
                .param("after", after)
                .param("size", size)
                .query((row, number) -> {
                    Array cells = row.getArray("cells");
                    return new StagedRow(
                            row.getLong("position"),
                            row.getLong("line"),
                            List.of((String[]) cells.getArray()),
                            row.getObject("duplicate_of", Long.class));
                })
                .list();
    }

    void clear(long importId) {
        client.sql(
                        "with sign as (delete from import_sign where import_id = :id) delete from import_row where import_id = :id")
                .param("id", importId)
                .update();
    }
}

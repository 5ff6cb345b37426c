package org.triviumcrm.shared.exchange;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds and locks the records that the rows of a batch mean, one statement a batch. */
@Component
public class RecordMatcher {

    private final JdbcTemplate database;
    private final TableColumns columns;

    RecordMatcher(JdbcTemplate database, TableColumns columns) {
        this.database = database;
        this.columns = columns;
    }

    /**
     * The existing record for each row that has one. A row whose keys fit several records, or one that the importing
     * person may not change, is refused. Rows without any key are new.
     *
     * @param keys key columns with the field behind each, the most selective first
     */
    public Map<ImportRow, ExistingRecord> match(ImportBatch batch, ImportTable table, Map<String, String> keys) {
        Map<ImportRow, ExistingRecord> matches = new IdentityHashMap<>();
        List<ImportRow> rows = batch.standing().stream()
                .filter(row -> keys.values().stream().anyMatch(row::has))
                .toList();
        if (rows.isEmpty()) {
            return matches;
        }
        Map<String, String> types = columns.of(table.table());
        Map<List<String>, List<ExistingRecord>> found = new HashMap<>();
        for (ExistingRecord record : candidates(batch.context(), table, keys, rows)) {
            List<String> key = keys.keySet().stream()
                    .map(column -> folded(column, value(column, types.get(column), record)))
                    .toList();
            found.computeIfAbsent(key, any -> new ArrayList<>(1)).add(record);
        }
        for (ImportRow row : rows) {
            List<String> key = keys.entrySet().stream()
                    .map(entry -> folded(entry.getKey(), row.values().get(entry.getValue())))
                    .toList();
            choose(batch.context(), table, row, found.getOrDefault(key, List.of()), matches);
        }
        return matches;
    }

    /** Finds and locks these records, be they in the person's reach or not. */
    public Map<Long, ExistingRecord> byId(ImportContext context, ImportTable table, Collection<Long> ids) {
        Map<Long, ExistingRecord> found = new HashMap<>();
        if (!ids.isEmpty()) {
            String sql = "select t.* from " + table.table() + " t where t.id = any(?) order by t.id"
                    + (context.dry() ? "" : " for update");
            database.query(sql, (row, number) -> record(row), (Object) ids.toArray(Long[]::new))
                    .forEach(record -> found.put(record.id(), record));
        }
        return found;
    }

    private static void choose(
            ImportContext context,
            ImportTable table,
            ImportRow row,
            List<ExistingRecord> records,
            Map<ImportRow, ExistingRecord> matches) {
        if (records.size() > 1) {
            row.refuse("exchange.refusal.several", "", records.size());
        } else if (records.size() == 1) {
            ExistingRecord record = records.get(0);
            if (table.scoped() && !context.reach().includes(table.recordType(), record)) {
                row.refuse("exchange.refusal.reach", "");
            } else {
                matches.put(row, record);
            }
        }
    }

    private List<ExistingRecord> candidates(
            ImportContext context, ImportTable table, Map<String, String> keys, List<ImportRow> rows) {
        Map.Entry<String, String> first = keys.entrySet().iterator().next();
        String column = first.getKey();
        String[] values = rows.stream()
                .map(row -> row.values().get(first.getValue()))
                .filter(value -> value != null)
                .map(Object::toString)
                .distinct()
                .toArray(String[]::new);
        String type = columns.of(table.table()).getOrDefault(column, "text");
        String condition = ignoresCase(column, type)
                ? "lower(t.%s) collate \"C\" = any(array(select lower(v) from unnest(?::text[]) v))".formatted(column)
                : "t.%s = any(?::%s[])".formatted(column, type);
        if (values.length < rows.size()) {
            condition = "(" + condition + " or t." + column + " is null and " + others(keys, column) + ")";
        }
        String sql =
                "select t.* from " + table.table() + " t where " + condition + (context.dry() ? "" : " for update");
        return database.query(sql, (row, number) -> record(row), (Object) values);
    }

    /** Rows without the first key are looked up among the records without it: few wherever the key is worth its name. */
    private static String others(Map<String, String> keys, String column) {
        return keys.size() == 1
                ? "false"
                : keys.keySet().stream()
                        .filter(other -> !other.equals(column))
                        .map(other -> "t." + other + " is not null")
                        .reduce((one, two) -> one + " or " + two)
                        .orElse("false");
    }

    private static @Nullable Object value(String column, @Nullable String type, ExistingRecord record) {
        String text = record.text(column);
        return text != null && "numeric".equals(type) ? new BigDecimal(text) : text;
    }

    static boolean ignoresCase(String column, String type) {
        return !column.equals("reference") && (type.equals("text") || type.equals("character varying"));
    }

    /** A value of a key as records are told apart by it. */
    static String folded(String column, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        String text = value == null ? "" : value.toString();
        return column.equals("reference") ? text : text.toLowerCase(Locale.ROOT);
    }

    /** A row that was read as a whole. */
    public static ExistingRecord record(ResultSet row) throws SQLException {
        ResultSetMetaData meta = row.getMetaData();
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        for (int at = 1; at <= meta.getColumnCount(); at++) {
            texts.put(meta.getColumnName(at), row.getString(at));
        }
        return new ExistingRecord(row.getLong("id"), row.getInt("version"), texts);
    }
}

package org.triviumcrm.shared.exchange;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files whose rows are one record of one table each, found by columns that are known beforehand, whatever else was chosen. A record that
 * a batch names twice is refused the second time.
 */
public abstract class KeyedImport implements ImportTarget {

    private final PlainImport plain;
    private final ImportTable table;
    private final String twice;
    private final List<ImportField> fields;
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Map<String, String> columns = new LinkedHashMap<>();

    /**
     * A column and what fills it.
     *
     * @param key whether records are found by it, together with the others that are
     * @param field by which a row has its value
     * @param offered what files may say of it; null where {@link #read} works it out
     */
    protected record Column(
            String name,
            boolean key,
            String field,
            @Nullable ImportField offered) {}

    /**
     * @param twice message key of why a row is refused that names the same record as one before it
     * @param columns in the order in which files have them, of those that records are found by the most selective first
     */
    protected KeyedImport(PlainImport plain, ImportTable table, String twice, List<Column> columns) {
        this.plain = plain;
        this.table = table;
        this.twice = twice;
        fields = columns.stream().map(Column::offered).filter(Objects::nonNull).toList();
        columns.forEach(column -> {
            this.columns.put(column.field(), column.name());
            if (column.key()) {
                keys.put(column.name(), column.field());
            }
        });
    }

    /** A column that records are found by. */
    protected static Column key(String name, ImportField field) {
        return new Column(name, true, field.key(), field.identifying());
    }

    /** One that {@link #read} works out of others, under the name of the column. */
    protected static Column derivedKey(String name) {
        return new Column(name, true, name, null);
    }

    protected static Column column(String name, ImportField field) {
        return new Column(name, false, field.key(), field);
    }

    @Override
    public List<String> proposedKeys() {
        return fields.stream().map(ImportField::key).filter(keys::containsValue).toList();
    }

    @Override
    public List<ImportTable> tables() {
        return List.of(table);
    }

    @Override
    public List<ImportField> fields() {
        return fields;
    }

    /** Completes a row as read, or refuses it, before its record is looked for. */
    protected void read(ImportRow row, ImportContext context) {}

    /** Adds columns that follow from others; the record is null when a new one is made. */
    protected void complete(
            ImportRow row, @Nullable ExistingRecord record, Map<String, Object> values, ImportContext context) {}

    @Override
    public void write(ImportBatch batch) {
        Set<List<Object>> seen = new HashSet<>();
        for (ImportRow row : batch.standing()) {
            read(row, batch.context());
            if (row.refusal() == null && isWhole(row) && !seen.add(key(row))) {
                row.refuse(twice, "");
            }
        }
        plain.write(
                batch,
                table,
                fields,
                columns,
                keys,
                (row, record, values) -> complete(row, record, values, batch.context()));
    }

    /** Whether all is there that a record is found by; what is offered and not asked for may be missing. */
    private boolean isWhole(ImportRow row) {
        return fields.stream()
                .filter(field -> field.required() && keys.containsValue(field.key()))
                .allMatch(field -> row.has(field.key()));
    }

    private List<Object> key(ImportRow row) {
        return keys.entrySet().stream()
                .map(key ->
                        (Object) RecordMatcher.folded(key.getKey(), row.values().get(key.getValue())))
                .toList();
    }
}

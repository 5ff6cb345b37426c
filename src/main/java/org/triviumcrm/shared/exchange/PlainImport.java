package org.triviumcrm.shared.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the batches of targets whose rows are one record of one table each. */
@Component
public class PlainImport {

    private final RecordMatcher matcher;
    private final RecordWriter writer;

    PlainImport(RecordMatcher matcher, RecordWriter writer) {
        this.matcher = matcher;
        this.writer = writer;
    }

    /** Adds columns that follow from others; the record is null when a new one is made. */
    public interface Completion {
        void add(ImportRow row, @Nullable ExistingRecord record, Map<String, Object> values);
    }

    /** Says of rows that no key finds a record for which record they change all the same; may refuse some of them. */
    public interface Newcomers {

        /** @param matched the records that other rows of the batch change */
        Map<ImportRow, ExistingRecord> known(List<ImportRow> rows, Collection<ExistingRecord> matched);
    }

    /**
     * Creates or changes one record a row.
     *
     * @param columns the column of each field
     * @param completion adds to the columns of a row what follows from them
     */
    public void write(
            ImportBatch batch,
            ImportTable table,
            List<ImportField> fields,
            Map<String, String> columns,
            Completion completion) {
        write(batch, table, fields, columns, (rows, matched) -> Map.of(), completion);
    }

    /** @param newcomers is asked of the rows whose record is not found by what was chosen */
    public void write(
            ImportBatch batch,
            ImportTable table,
            List<ImportField> fields,
            Map<String, String> columns,
            Newcomers newcomers,
            Completion completion) {
        Map<ImportRow, ExistingRecord> existing = matcher.match(batch, table, keys(batch.context(), columns));
        List<ImportRow> strangers = batch.standing().stream()
                .filter(row -> !existing.containsKey(row))
                .toList();
        existing.putAll(newcomers.known(strangers, List.copyOf(existing.values())));
        save(batch, table, fields, columns, existing, completion);
    }

    /** @param keys the columns that records are found by whatever was chosen, with the field behind each; the most selective first */
    public void write(
            ImportBatch batch,
            ImportTable table,
            List<ImportField> fields,
            Map<String, String> columns,
            Map<String, String> keys,
            Completion completion) {
        save(batch, table, fields, columns, matcher.match(batch, table, keys), completion);
    }

    private void save(
            ImportBatch batch,
            ImportTable table,
            List<ImportField> fields,
            Map<String, String> columns,
            Map<ImportRow, ExistingRecord> existing,
            Completion completion) {
        ImportContext context = batch.context();
        List<RecordWriter.New> created = new ArrayList<>();
        List<RecordWriter.Changed> changed = new ArrayList<>();
        for (ImportRow row : batch.standing()) {
            Map<String, Object> values = new LinkedHashMap<>();
            columns.forEach((field, column) -> {
                if (row.has(field)) {
                    values.put(column, row.values().get(field));
                }
            });
            ExistingRecord record = existing.get(row);
            if (record == null && complete(row, fields)) {
                completion.add(row, null, values);
                created.add(new RecordWriter.New(row, values));
            } else if (record != null) {
                completion.add(row, record, values);
                Map<String, Object> changes = record.changes(values, inverse(columns), context);
                if (!changes.isEmpty()) {
                    changed.add(new RecordWriter.Changed(row, record, changes));
                }
            }
        }
        writer.insert(context, table, created);
        writer.update(context, table, changed);
    }

    /** Whether a new record has what it needs; refuses the row if not. */
    public static boolean complete(ImportRow row, List<ImportField> fields) {
        for (ImportField field : fields) {
            if (field.required() && !row.has(field.key())) {
                row.refuse("exchange.refusal.required", field.key());
                return false;
            }
        }
        return true;
    }

    /** The key columns with their fields, a reference before a name. */
    public static Map<String, String> keys(ImportContext context, Map<String, String> columns) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String field : context.keyFields()) {
            String column = columns.get(field);
            if (column != null) {
                keys.put(column, field);
            }
        }
        return keys;
    }

    public static Map<String, String> inverse(Map<String, String> columns) {
        Map<String, String> fields = new LinkedHashMap<>();
        columns.forEach((field, column) -> fields.put(column, field));
        return fields;
    }
}

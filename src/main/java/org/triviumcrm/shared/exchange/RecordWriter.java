package org.triviumcrm.shared.exchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.triviumcrm.shared.database.ManyRows;

/** Inserts and updates many records with one statement each, and writes their history rows. */
@Component
public class RecordWriter {

    private static final int BLOCK = 50;

    private final JdbcTemplate database;
    private final TableColumns columns;
    private final ManyRows many;

    RecordWriter(JdbcTemplate database, TableColumns columns, ManyRows many) {
        this.many = many;
        this.database = database;
        this.columns = columns;
    }

    /** A record to be created for a row. */
    public record New(ImportRow row, Map<String, Object> values) {}

    /**
     * A record to be changed for a row.
     *
     * @param changes the changed columns only
     * @param notes what the target needs to take back its own additions; kept with the before-values
     */
    public record Changed(
            ImportRow row, ExistingRecord record, Map<String, Object> changes, Map<String, String> notes) {

        public Changed(ImportRow row, ExistingRecord record, Map<String, Object> changes) {
            this(row, record, changes, Map.of());
        }
    }

    /** Creates the records and tells their rows; gives the ids in the same order, zeros in a dry run. */
    public List<Long> insert(ImportContext context, ImportTable table, List<New> records) {
        List<Long> ids = context.dry()
                ? records.stream().map(record -> 0L).toList()
                : insertRows(context, table, records.stream().map(New::values).toList());
        for (int at = 0; at < records.size(); at++) {
            records.get(at).row().done(new ImportEffect(table.recordType(), ids.get(at), 0, null));
        }
        return ids;
    }

    /** Creates records that belong to no single row; made now, unless they say when. */
    public List<Long> insertRows(ImportContext context, ImportTable table, List<Map<String, Object>> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        List<Long> ids = ids(table.sequence(), records.size());
        String now = context.now().toString();
        List<Map<String, Object>> rows = new ArrayList<>(records.size());
        for (int at = 0; at < records.size(); at++) {
            Map<String, Object> row = new LinkedHashMap<>(records.get(at));
            row.put("id", ids.get(at));
            row.put("version", 0);
            row.putIfAbsent("created_at", now);
            row.put("updated_at", now);
            if (columns.of(table.table()).containsKey("created_by") && context.personId() > 0) {
                row.put("created_by", context.personId());
            }
            rows.add(row);
        }
        insertPlain(table.table(), rows);
        history(table.table(), ids, 0, context.revision());
        return ids;
    }

    /** Inserts rows as they are; the columns are those that any of them has. */
    public void insertPlain(String table, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.keySet()));
        List<String> list = List.copyOf(names);
        String sql = "insert into %s (%s) select %s from unnest(%s) as u (%s)"
                .formatted(
                        table, String.join(", ", list), casts(table, list), holders(list.size()), aliases(list.size()));
        Object[] values = arrays(rows, list);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            many.write(() -> database.update(sql, values));
        } else {
            database.update(sql, values);
        }
    }

    /** Changes the records and tells their rows. */
    public void update(ImportContext context, ImportTable table, List<Changed> records) {
        if (!context.dry() && !records.isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            records.forEach(record -> names.addAll(record.changes().keySet()));
            List<Map<String, Object>> rows =
                    records.stream().map(record -> after(record, names)).toList();
            updateRows(table.table(), List.copyOf(names), rows, context);
            history(
                    table.table(),
                    records.stream().map(record -> record.record().id()).toList(),
                    1,
                    context.revision());
        }
        for (Changed changed : records) {
            ExistingRecord record = changed.record();
            Map<String, @Nullable String> before = new LinkedHashMap<>(changed.notes());
            changed.changes().keySet().forEach(column -> before.put(column, record.text(column)));
            changed.row().done(new ImportEffect(table.recordType(), record.id(), record.version() + 1, before));
        }
    }

    private void updateRows(String table, List<String> names, List<Map<String, Object>> rows, ImportContext context) {
        Map<String, String> types = columns.of(table);
        List<String> all = new ArrayList<>(names);
        all.add("id");
        String sets = IntStream.range(0, names.size())
                .mapToObj(at -> "%s = u.c%d::%s".formatted(names.get(at), at, types.get(names.get(at))))
                .collect(Collectors.joining(", "));
        String sql =
                "update %s t set %s, updated_at = '%s', version = t.version + 1 from unnest(%s) as u (%s) where t.id = u.c%d::bigint"
                        .formatted(table, sets, context.now(), holders(all.size()), aliases(all.size()), names.size());
        database.update(sql, arrays(rows, all));
    }

    private static Map<String, Object> after(Changed changed, Set<String> names) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", changed.record().id());
        for (String name : names) {
            Object value = changed.changes().containsKey(name)
                    ? changed.changes().get(name)
                    : changed.record().text(name);
            row.put(name, value);
        }
        return row;
    }

    /** A new revision for the history: who makes the changes that go with it, and why. */
    public long revision(Instant now, @Nullable Long personId, @Nullable String cause) {
        return Objects.requireNonNull(database.queryForObject(
                "insert into revision (id, at, person_id, cause) values (nextval('revision_seq'), ?, ?, ?) returning id",
                Long.class,
                now.atOffset(ZoneOffset.UTC),
                personId,
                cause));
    }

    /** One history row for each record as it is now; nothing when the table keeps no history. */
    public void history(String table, Collection<Long> ids, int kind, long revision) {
        Map<String, String> kept = columns.of(table + "_aud");
        if (kept.isEmpty() || ids.isEmpty()) {
            return;
        }
        String both =
                columns.of(table).keySet().stream().filter(kept::containsKey).collect(Collectors.joining(", "));
        database.update(
                "insert into %1$s_aud (rev, revtype, %2$s) select %3$d, %4$d, %2$s from %1$s where id = any(?)"
                        .formatted(table, both, revision, kind),
                (Object) ids.toArray(Long[]::new));
    }

    /** Fresh ids: a value v of a sequence stands for the ids v-49 to v, as Hibernate's pooled optimizer has it. */
    public List<Long> ids(String sequence, int count) {
        List<Long> ids = new ArrayList<>(count);
        while (ids.size() < count) {
            int blocks = (count - ids.size() + BLOCK - 1) / BLOCK;
            for (long high : database.queryForList(
                    "select nextval('" + sequence + "') from generate_series(1, " + blocks + ")", Long.class)) {
                for (long id = Math.max(1, high - BLOCK + 1); id <= high && ids.size() < count; id++) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    private String casts(String table, List<String> names) {
        Map<String, String> types = columns.of(table);
        return IntStream.range(0, names.size())
                .mapToObj(at -> "c" + at + "::" + types.get(names.get(at)))
                .collect(Collectors.joining(", "));
    }

    private static String holders(int count) {
        return String.join(", ", Collections.nCopies(count, "?::text[]"));
    }

    private static String aliases(int count) {
        return IntStream.range(0, count).mapToObj(at -> "c" + at).collect(Collectors.joining(", "));
    }

    private static Object[] arrays(List<Map<String, Object>> rows, List<String> names) {
        return names.stream()
                .map(name -> rows.stream()
                        .map(row -> row.get(name))
                        .map(value -> value == null ? null : value.toString())
                        .toArray(String[]::new))
                .toArray();
    }
}

package org.triviumcrm.marketing.roster;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportEffect;
import org.triviumcrm.shared.exchange.RecordMatcher;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Reads and writes who has been put where, many in a statement. */
@Repository
class SeatRepository {

    private final JdbcTemplate database;
    private final RecordWriter writer;

    SeatRepository(JdbcTemplate database, RecordWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    /** A person of a kind in a place. */
    record At(long placeId, PersonKind kind, long id) {}

    /** Those of them that there are; they are held until the transaction ends, but for a trial. */
    Map<At, ExistingRecord> find(ImportContext context, SeatTable table, PersonKind kind, List<At> wanted) {
        Map<At, ExistingRecord> found = new HashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        String sql = "select t.* from unnest(?::bigint[], ?::bigint[]) as a (place, person)"
                + " join %s t on t.%s = a.person and t.%s = a.place order by t.id%s"
                        .formatted(
                                table.table().table(),
                                kind.column(),
                                table.column(),
                                context.dry() ? "" : " for update of t");
        database.query(
                sql,
                row -> {
                    ExistingRecord record = RecordMatcher.record(row);
                    found.put(new At(row.getLong(table.column()), kind, row.getLong(kind.column())), record);
                },
                wanted.stream().map(At::placeId).toArray(Long[]::new),
                wanted.stream().map(At::id).toArray(Long[]::new));
        return found;
    }

    /** Puts them there and tells their rows. */
    void insert(ImportContext context, SeatTable table, List<Coming> coming) {
        if (coming.isEmpty()) {
            return;
        }
        String type = table.table().recordType();
        if (context.dry()) {
            coming.forEach(one -> one.row().done(new ImportEffect(type, 0, 0, null)));
            return;
        }
        List<Long> ids = database.queryForList(
                "select nextval('" + table.table().sequence() + "') from generate_series(1, ?)",
                Long.class,
                coming.size());
        List<Map<String, Object>> rows =
                coming.stream().map(one -> row(context, table, one)).toList();
        for (int at = 0; at < rows.size(); at++) {
            rows.get(at).put("id", ids.get(at));
            coming.get(at).row().done(new ImportEffect(type, ids.get(at), 0, null));
        }
        writer.insertPlain(table.table().table(), rows);
    }

    private static Map<String, Object> row(ImportContext context, SeatTable table, Coming one) {
        Map<String, Object> row = new LinkedHashMap<>(one.values());
        row.putAll(one.seat().columns(table));
        row.put("source", "IMPORT");
        row.put("version", 0);
        row.put("created_at", context.now());
        row.put("updated_at", context.now());
        if (context.personId() > 0) {
            row.put("created_by", context.personId());
        }
        return row;
    }
}

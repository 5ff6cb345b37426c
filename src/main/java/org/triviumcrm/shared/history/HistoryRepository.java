package org.triviumcrm.shared.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares each audited row with the one before it, in the database. */
@Repository
class HistoryRepository {

    /** Records shown of one revision and table: an import may have touched hundreds at once. */
    static final int MOST = 20;

    private final JdbcClient jdbc;

    HistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest changes of one record. */
    List<HistoryRow> ofRecord(HistoryTable table, long id, int revisions) {
        String picked = """
                a.id = :id and a.rev in (select rev from %s_aud where id = :id order by rev desc limit :revisions)""".formatted(table.table());
        return rows(table, picked, Map.of("id", id, "revisions", revisions));
    }

    /** The columns that others than one person have changed since a time. */
    List<String> changedSince(HistoryTable table, long id, Instant since, long exceptPersonId) {
        return jdbc.sql("""
                        select distinct f.field
                          from %1$s_aud a
                          join revision r on r.id = a.rev
                          join lateral (select to_jsonb(b) as row from %1$s_aud b
                                         where b.id = a.id and b.rev < a.rev order by b.rev desc limit 1) last on true
                          join unnest(array[:fields]::text[]) f (field)
                            on last.row #>> string_to_array(f.field, '.') is distinct from to_jsonb(a) #>> string_to_array(f.field, '.')
                         where a.id = :id and a.revtype = 1 and r.at > :since and r.person_id is distinct from :person""".formatted(table.table()))
                .param(
                        "fields",
                        table.fields().stream().map(HistoryField::column).toList())
                .param("id", id)
                .param("since", at(since), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("person", exceptPersonId)
                .query(String.class)
                .list();
    }

    /** What these revisions did in one table, each to {@link #MOST} records at most. */
    List<HistoryRow> ofRevisions(HistoryTable table, Collection<Long> revisions) {
        String picked = """
                (a.rev, a.id) in (select g.rev, x.id from unnest(:revisions::bigint[]) g (rev) cross join lateral (
                    select b.id from %s_aud b where b.rev = g.rev order by b.id limit :most) x)""".formatted(table.table());
        return revisions.isEmpty()
                ? List.of()
                : rows(table, picked, Map.of("revisions", revisions.toArray(Long[]::new), "most", MOST));
    }

    private List<HistoryRow> rows(HistoryTable table, String picked, Map<String, Object> parameters) {
        List<HistoryRow> rows = new ArrayList<>(jdbc.sql("""
                select r.id as revision, r.at, r.person_id, r.cause, a.revtype, a.id as record_id,
                       coalesce(a.%2$s, last.row ->> '%2$s') as record_name,
                       f.field, last.row #>> string_to_array(f.field, '.') as before,
                       case when a.revtype < 2 then to_jsonb(a) #>> string_to_array(f.field, '.') end as after
                  from %1$s_aud a
                  join revision r on r.id = a.rev
                  left join lateral (select to_jsonb(b) as row from %1$s_aud b
                                      where b.id = a.id and b.rev < a.rev order by b.rev desc limit 1) last on true
                  left join unnest(array[:fields]::text[]) f (field)
                    on last.row #>> string_to_array(f.field, '.') is distinct from
                       case when a.revtype < 2 then to_jsonb(a) #>> string_to_array(f.field, '.') end
                 where %3$s""".formatted(table.table(), table.name(), picked))
                .param(
                        "fields",
                        table.fields().stream().map(HistoryField::column).toList())
                .params(parameters)
                .query((row, number) -> row(table, row))
                .list());
        for (HistorySet set : table.sets()) {
            rows.addAll(changesOf(set, table, picked, parameters));
        }
        return rows;
    }

    private List<HistoryRow> changesOf(
            HistorySet set, HistoryTable table, String picked, Map<String, Object> parameters) {
        return jdbc.sql("""
                select r.id as revision, r.at, r.person_id, r.cause, a.revtype, a.id as record_id,
                       a.%2$s as record_name, s.field, s.before, s.after
                  from %1$s_aud a
                  join revision r on r.id = a.rev
                 cross join lateral (
                     select '%4$s' as field, case when s.revtype = 2 then %6$s end as before,
                            case when s.revtype < 2 then %6$s end as after
                       from %4$s s where s.rev = a.rev and s.%5$s = a.id) s
                 where %3$s""".formatted(table.table(), table.name(), picked, set.auditTable(), set.owner(), set.value()))
                .params(parameters)
                .query((row, number) -> row(table, row))
                .list();
    }

    private static HistoryRow row(HistoryTable table, ResultSet row) throws SQLException {
        return new HistoryRow(
                table,
                row.getLong("revision"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("person_id", Long.class),
                row.getString("cause"),
                row.getInt("revtype"),
                row.getLong("record_id"),
                row.getString("record_name"),
                row.getString("field"),
                row.getString("before"),
                row.getString("after"));
    }

    /** Ids of the revisions before one (by id) that touched one of the tables; the latest first. */
    List<Long> revisions(Collection<HistoryTable> tables, HistoryFilter filter, int limit) {
        String touched = tables.stream()
                .map(table -> "exists (select 1 from " + table.table() + "_aud a where a.rev = r.id)")
                .collect(Collectors.joining(" or "));
        return jdbc.sql("""
                select r.id from revision r
                 where (:before::bigint is null or r.id < :before) and (:person::bigint is null or r.person_id = :person)
                   and (:from::timestamptz is null or r.at >= :from) and (:to::timestamptz is null or r.at < :to)
                   and (%s)
                 order by r.id desc limit :limit""".formatted(touched.isEmpty() ? "false" : touched))
                .param("before", filter.before(), Types.BIGINT)
                .param("person", filter.personId(), Types.BIGINT)
                .param("from", at(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", at(filter.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}

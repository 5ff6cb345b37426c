package org.triviumcrm.shared.visit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.shared.list.RowScope;
import org.triviumcrm.shared.search.SearchTarget;

/** One row a person and record. */
@Repository
class VisitRepository {

    /** So many of the latest are looked through for records that are still to be seen. */
    private static final int LOOKED_AT = 50;

    record Found(
            String noun, long id, String name, @Nullable String note) {}

    private final JdbcClient jdbc;

    VisitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes a visit and gives the time of the one before.
     *
     * @param pause what was seen before then was another visit
     */
    Optional<Instant> opened(long personId, String kind, long id, Instant now, Instant pause) {
        return instant(jdbc.sql("""
                        insert into visit as v (person_id, kind, record_id, seen_at)
                        values (:person, :kind, :id, :now)
                        on conflict (person_id, kind, record_id) do update
                            set since = case when v.seen_at < :pause then v.seen_at else v.since end, seen_at = :now
                        returning since""")
                .param("now", time(now))
                .param("pause", time(pause))
                .param("person", personId)
                .param("kind", kind)
                .param("id", id));
    }

    /** What {@link #opened} would give now. */
    Optional<Instant> since(long personId, String kind, long id, Instant pause) {
        return instant(jdbc.sql("""
                        select case when seen_at < :pause then seen_at else since end as since from visit
                        where person_id = :person and kind = :kind and record_id = :id""")
                .param("pause", time(pause))
                .param("person", personId)
                .param("kind", kind)
                .param("id", id));
    }

    /** The latest that the reader still sees, in one statement over all kinds. */
    List<Found> latest(ListReader reader, List<SearchTarget> targets, int limit) {
        Map<String, Object> parameters = new HashMap<>(Map.of("reader", reader.personId(), "limit", limit));
        String found = targets.stream()
                .map(target -> found(target, reader.scope(target.noun()), parameters))
                .collect(Collectors.joining(" union all "));
        return jdbc.sql(
                        "with latest as materialized (select kind, record_id, seen_at from visit where person_id = :reader"
                                + " order by seen_at desc limit " + LOOKED_AT + ") " + found
                                + " order by seen_at desc, noun, id limit :limit")
                .params(parameters)
                .query(Found.class)
                .list();
    }

    /** Scopes of several kinds in one statement: the parameters of each get a name of their own. */
    private static String found(SearchTarget target, RowScope scope, Map<String, Object> parameters) {
        scope.parameters().forEach((name, value) -> parameters.put(target.noun() + "_" + name, value));
        return "select '" + target.noun() + "' as noun, r.id, r.name, " + target.note()
                + " as note, l.seen_at from latest l"
                + " join " + target.table() + " r on r.id = l.record_id " + target.joins() + " where l.kind = '"
                + target.noun() + "' and " + scope.sql("r").replace(":", ":" + target.noun() + "_");
    }

    int forget(Instant before) {
        return jdbc.sql("delete from visit where seen_at < ?")
                .param(time(before))
                .update();
    }

    private static Optional<Instant> instant(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> Optional.ofNullable(row.getObject("since", OffsetDateTime.class)))
                .optional()
                .flatMap(since -> since)
                .map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

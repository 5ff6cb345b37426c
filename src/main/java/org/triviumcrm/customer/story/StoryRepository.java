package org.triviumcrm.customer.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.StorySource;
import org.triviumcrm.identity.Viewer;

/** Reads what happened with a customer, of all modules in one statement. */
@Repository
class StoryRepository {

    private final JdbcClient database;

    StoryRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * The latest first, each kind cut where it has given enough.
     *
     * @param until the last day that is shown; null for today
     */
    List<StoryLine> of(
            Viewer viewer,
            long customerId,
            List<StorySource> sources,
            @Nullable LocalDate until,
            @Nullable StoryPlace before,
            int many) {
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "customer", customerId, "many", many, "zone", viewer.zone().getId()));
        StringBuilder where = new StringBuilder("true");
        if (until != null) {
            where.append(" and x.at < :until");
            parameters.put("until", end(until, viewer.zone()));
        }
        if (before != null) {
            where.append(" and (x.at, x.kind, x.id) < (:at, :kind, :id)");
            parameters.put("at", before.at().atOffset(ZoneOffset.UTC));
            parameters.put("kind", before.kind());
            parameters.put("id", before.id());
        }
        String order = " order by x.at desc, x.kind desc, x.id desc limit :many";
        String all = sources.stream()
                .map(source -> "(select * from (select '" + source.key() + "'::text collate \"C\" as kind, s.* from ("
                        + source.sql(viewer, parameters) + ") s (at, id, what, title, detail, url)) x where " + where
                        + order + ")")
                .collect(Collectors.joining(" union all "));
        Map<String, StorySource> byKey = sources.stream().collect(Collectors.toMap(StorySource::key, source -> source));
        return database.sql("select * from (" + all + ") x" + order)
                .params(parameters)
                .query((row, n) -> line(row, byKey, viewer.zone()))
                .list();
    }

    private static StoryLine line(ResultSet row, Map<String, StorySource> sources, ZoneId zone) throws SQLException {
        StorySource source = Objects.requireNonNull(sources.get(row.getString("kind")));
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        String detail = row.getString("detail");
        return new StoryLine(
                source.key(),
                row.getString("what"),
                at,
                source.daysOnly() ? at.atZone(zone).toLocalDate() : null,
                row.getLong("id"),
                row.getString("title"),
                source.tellsAmounts() ? null : detail,
                source.tellsAmounts() && detail != null ? StoryAmount.parse(detail) : null,
                row.getString("url"));
    }

    private static OffsetDateTime end(LocalDate day, ZoneId zone) {
        Instant next = day.plusDays(1).atStartOfDay(zone).toInstant();
        return next.atOffset(ZoneOffset.UTC);
    }
}

package org.triviumcrm.insight.people;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.insight.people.DonePage.Done;

/** The rows behind the numbers of activities and of what was spent. */
@Repository
class DoneRepository {

    record Total(long count, BigDecimal cost) {}

    private static final String FROM = """
            from activity a join (select w.id, w.name, w.id as owner_id, w.team_id from person w) p on p.id = a.owner_id
            where %1$s >= :begin and %1$s < :end and %2$s and %3$s
              and (cast(:person as bigint) is null or a.owner_id = :person)
              and (cast(:teams as bigint[]) is null or coalesce(p.team_id, 0) = any(cast(:teams as bigint[])))
              and (cast(:kind as text) is null or a.kind = :kind)
              and (cast(:opportunity as bigint) is null or a.about_type = 'opportunity' and a.about_id = :opportunity)""";

    private final JdbcClient database;

    DoneRepository(JdbcClient database) {
        this.database = database;
    }

    Total total(Scope scope, DoneFilter filter, ZoneId zone) {
        String sql = "select count(*) as count, coalesce(sum(c.base_cost), 0) as cost from (select a.base_cost "
                + from(scope, filter) + " limit :limit) c";
        return ask(sql, scope, filter, zone)
                .param("limit", DonePage.CAP + 1)
                .query(Total.class)
                .single();
    }

    /** @param at the moment of the last one before, with its id; null at the beginning */
    List<Done> rows(Scope scope, DoneFilter filter, ZoneId zone, @Nullable Instant at, long id) {
        String moment = moment(filter);
        String sql = "select a.id, a.kind, a.about_type || ':' || a.about_id as about, " + moment
                + " as happened, a.subject, p.name as owner, a.cost_kind, a.base_cost as cost, null::text as href "
                + from(scope, filter)
                + (at == null ? "" : " and (" + moment + ", a.id) < (:at, :id)")
                + " order by " + moment + " desc, a.id desc limit :limit";
        JdbcClient.StatementSpec statement = ask(sql, scope, filter, zone).param("limit", DonePage.SIZE + 1);
        return (at == null
                        ? statement
                        : statement.param("at", at.atOffset(ZoneOffset.UTC)).param("id", id))
                .query(Done.class)
                .list();
    }

    private static String moment(DoneFilter filter) {
        return filter.costs() ? LeaderboardRepository.SPENT : LeaderboardRepository.HAPPENED;
    }

    /** Of an opportunity that the viewer sees, all; else what the people in reach did. */
    private static String from(Scope scope, DoneFilter filter) {
        return FROM.formatted(
                moment(filter),
                filter.costs() ? "a.base_cost is not null" : LeaderboardRepository.DONE,
                filter.opportunity() == null
                        ? scope.base().sql("p")
                        : "exists (select 1 from opportunity o where o.id = a.about_id and " + scope.sql("o") + ")");
    }

    private JdbcClient.StatementSpec ask(String sql, Scope scope, DoneFilter filter, ZoneId zone) {
        Span span = filter.span();
        return database.sql(sql)
                .params(scope.parameters())
                .param("begin", span.from().atStartOfDay(zone).toOffsetDateTime())
                .param("end", span.to().plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .param("person", filter.person())
                .param("teams", filter.team() == null ? null : filter.team().toArray(Long[]::new))
                .param("opportunity", filter.opportunity())
                .param("kind", filter.kind() == null ? null : filter.kind().name());
    }
}

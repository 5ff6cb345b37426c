package org.triviumcrm.insight.people;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;

/** What was spent on single opportunities. */
@Repository
class ExpenseRepository {

    /** @param allCost of all of them, those that are not among the rows as well */
    record Spent(
            long id,
            String name,
            String owner,
            String state,
            BigDecimal baseAmount,
            long count,
            BigDecimal cost,
            long allCount,
            BigDecimal allCost,
            long allWins,
            BigDecimal allWon) {}

    private final JdbcClient database;

    ExpenseRepository(JdbcClient database) {
        this.database = database;
    }

    List<Spent> byOpportunity(Scope scope, Span span, ZoneId zone, int limit) {
        return database.sql("""
                        select o.id, o.name, w.name as owner, o.state, o.base_amount, x.count, x.cost, (sum(x.count) over ())::bigint as all_count,
                               sum(x.cost) over () as all_cost, count(*) filter (where o.state = 'WON') over () as all_wins,
                               coalesce(sum(o.base_amount) filter (where o.state = 'WON') over (), 0) as all_won
                        from (select a.about_id, count(*) as count, sum(a.base_cost) as cost from activity a
                              where a.base_cost is not null and a.about_type = 'opportunity' and %1$s >= :begin and %1$s < :end
                              group by a.about_id) x
                        join opportunity o on o.id = x.about_id join person w on w.id = o.owner_id
                        where %2$s order by x.cost desc, o.id limit :limit""".formatted(LeaderboardRepository.SPENT, scope.sql("o")))
                .param("begin", span.from().atStartOfDay(zone).toOffsetDateTime())
                .param("end", span.to().plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .param("limit", limit)
                .params(scope.parameters())
                .query(Spent.class)
                .list();
    }
}

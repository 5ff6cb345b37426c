package org.triviumcrm.insight.winloss;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.OpportunityTotals;

/** States, months and people from the maintained totals; reasons and competitors from the index of what was lost. */
@Repository
class WinLossRepository {

    record Sum(long id, @Nullable String name, long count, BigDecimal amount) {}

    record Ended(long id, @Nullable String name, @Nullable LocalDate month, long won, long lost) {}

    private static final String TOTALS = """
            from %s t left join person w on w.id = t.owner_id
            where t.state in (%s) and t.closed_month between :from and :to and %s%s""";

    private static final String ENDED =
            "coalesce(sum(t.count) filter (where t.state = 'WON'), 0) as won, coalesce(sum(t.count) filter (where t.state = 'LOST'), 0) as lost ";

    private final JdbcClient database;

    WinLossRepository(JdbcClient database) {
        this.database = database;
    }

    List<Sum> byState(Scope scope, WinLossFilter filter) {
        String totals = totals("'WON', 'LOST', 'TERMINATED'", scope, filter);
        return ask(
                        "select 0 as id, t.state as name, sum(t.count) as count, sum(t.base_amount) as amount " + totals
                                + " group by t.state",
                        scope,
                        filter)
                .query(Sum.class)
                .list();
    }

    List<Ended> byMonth(Scope scope, WinLossFilter filter) {
        String sql = "select 0 as id, null::text as name, t.closed_month as month, " + ENDED
                + totals("'WON', 'LOST'", scope, filter)
                + " group by t.closed_month having sum(t.count) > 0 order by t.closed_month";
        return ask(sql, scope, filter).query(Ended.class).list();
    }

    List<Ended> byPerson(Scope scope, WinLossFilter filter, int limit) {
        String sql = "select w.id, w.name, null::date as month, " + ENDED + totals("'WON', 'LOST'", scope, filter)
                + " group by w.id having sum(t.count) > 0 order by sum(t.count) desc, w.id limit " + limit;
        return ask(sql, scope, filter).query(Ended.class).list();
    }

    /** 0 and no name for what was lost without one. */
    List<Sum> lostBy(String table, Scope scope, WinLossFilter filter) {
        String sql = """
                select coalesce(n.id, 0) as id, n.name, l.count, l.amount
                from (select o.%1$s_id, count(*) as count, sum(o.base_amount) as amount from opportunity o
                      where o.state = 'LOST' and o.closed_on between :from and :to and %2$s%3$s group by o.%1$s_id) l
                left join %1$s n on n.id = l.%1$s_id order by l.count desc, n.name""".formatted(table, scope.sql("o"), filter.owner() == null ? "" : " and o.owner_id = :owner");
        return ask(sql, scope, filter).query(Sum.class).list();
    }

    private static String totals(String states, Scope scope, WinLossFilter filter) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        return TOTALS.formatted(
                totals.table(),
                states,
                totals.condition("t"),
                filter.owner() == null ? "" : " and t.owner_id = :owner");
    }

    private JdbcClient.StatementSpec ask(String sql, Scope scope, WinLossFilter filter) {
        JdbcClient.StatementSpec asked = database.sql(sql)
                .params(scope.parameters())
                .param("from", filter.first())
                .param("to", filter.last());
        return filter.owner() == null ? asked : asked.param("owner", filter.owner());
    }
}

package org.triviumcrm.insight.winloss;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.OpportunityTotals;

/** States, months, teams and people from the maintained totals; reasons, stages and competitors from the indexes of what was lost. */
@Repository
class WinLossRepository {

    record Sum(long id, @Nullable String name, long count, BigDecimal amount) {}

    /** @param id 0 and no name for what has none */
    record Ended(
            long id,
            @Nullable String name,
            @Nullable LocalDate month,
            long won,
            BigDecimal wonAmount,
            long lost,
            BigDecimal lostAmount) {}

    /** By what the maintained totals tell opportunities apart. */
    enum Cut {
        MONTH("0 as id, null::text as name, t.closed_month as month", "", "t.closed_month", "t.closed_month"),
        PERSON(
                "w.id, w.name, null::date as month",
                "left join person w on w.id = t.owner_id",
                "w.id",
                "sum(t.count) desc, w.id limit 1000"),
        TEAM(
                "t.team_id as id, w.name, null::date as month",
                "left join team w on w.id = t.team_id",
                "t.team_id, w.name",
                "sum(t.count) desc, t.team_id limit 1000");

        private final String columns;
        private final String join;
        private final String group;
        private final String order;

        Cut(String columns, String join, String group, String order) {
            this.columns = columns;
            this.join = join;
            this.group = group;
            this.order = order;
        }
    }

    private static final String ENDED = """
            coalesce(sum(t.count) filter (where t.state = 'WON'), 0)::bigint as won,
            coalesce(sum(t.base_amount) filter (where t.state = 'WON'), 0) as won_amount,
            coalesce(sum(t.count) filter (where t.state = 'LOST'), 0)::bigint as lost,
            coalesce(sum(t.base_amount) filter (where t.state = 'LOST'), 0) as lost_amount""";

    /** Those that name one; the others are what is left of all. */
    private static final String COMPETITORS = """
            (select o.competitor_id as key, o.state, count(*) as count, sum(o.base_amount) as base_amount from opportunity o
             where o.competitor_id is not null and o.state in ('WON', 'LOST') and o.closed_on between :from and :to and %1$s group by 1, 2)""";

    private static final String PRODUCTS = """
            (select o.product_id as key, o.state, count(*) as count, sum(o.base_amount) as base_amount from opportunity o
             where o.state in ('WON', 'LOST') and o.closed_on between :from and :to and %1$s group by 1, 2)""";

    /** Of everybody they are kept. */
    private static final String ALL_PRODUCTS = """
            (select nullif(p.product_id, 0) as key, p.state, p.count, p.base_amount from opportunity_product_total p
             where p.state in ('WON', 'LOST') and p.closed_month between :from and :to)""";

    private final JdbcClient database;

    WinLossRepository(JdbcClient database) {
        this.database = database;
    }

    List<Sum> byState(Scope scope, WinLossFilter filter) {
        return ask(
                        "select 0 as id, t.state as name, sum(t.count)::bigint as count, sum(t.base_amount) as amount "
                                + totals("'WON', 'LOST', 'TERMINATED'", "", scope, filter) + " group by t.state",
                        scope,
                        filter)
                .query(Sum.class)
                .list();
    }

    List<Ended> by(Cut cut, Scope scope, WinLossFilter filter) {
        String sql = "select " + cut.columns + ", " + ENDED + " " + totals("'WON', 'LOST'", cut.join, scope, filter)
                + " group by " + cut.group + " having sum(t.count) > 0 order by " + cut.order;
        return ask(sql, scope, filter).query(Ended.class).list();
    }

    List<Ended> byCompetitor(Scope scope, WinLossFilter filter) {
        return decided("competitor", COMPETITORS, scope, filter);
    }

    List<Ended> byProduct(Scope scope, WinLossFilter filter) {
        boolean all = scope instanceof Scope.Everything && filter.owner() == null && filter.team() == null;
        return decided("product", all ? ALL_PRODUCTS : PRODUCTS, scope, filter);
    }

    private List<Ended> decided(String table, String rows, Scope scope, WinLossFilter filter) {
        String sql = "select coalesce(t.key, 0) as id, n.name, null::date as month, " + ENDED + " from "
                + rows.formatted(scope.sql("o") + narrowed("o", filter)) + " t left join " + table
                + " n on n.id = t.key group by t.key, n.name having sum(t.count) > 0"
                + " order by sum(t.count) filter (where t.state = 'LOST') desc nulls last, n.name limit 1000";
        return ask(sql, scope, filter).query(Ended.class).list();
    }

    /**
     * 0 and no name for what was lost without one.
     *
     * @param column of the opportunity that names it
     */
    List<Sum> lostBy(String table, String column, Scope scope, WinLossFilter filter) {
        String sql = """
                select coalesce(n.id, 0) as id, n.name, l.count, l.amount
                from (select o.%2$s as key, count(*) as count, sum(o.base_amount) as amount from opportunity o
                      where o.state = 'LOST' and o.closed_on between :from and :to and %3$s%4$s group by 1) l
                left join %1$s n on n.id = l.key order by l.count desc, n.name""".formatted(table, column, scope.sql("o"), narrowed("o", filter));
        return ask(sql, scope, filter).query(Sum.class).list();
    }

    private static String totals(String states, String join, Scope scope, WinLossFilter filter) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        return "from " + totals.table() + " t " + join + " where t.state in (" + states
                + ") and t.closed_month between :from and :to and " + totals.condition("t") + narrowed("t", filter);
    }

    private static String narrowed(String alias, WinLossFilter filter) {
        return (filter.owner() == null ? "" : " and " + alias + ".owner_id = :owner")
                + (filter.team() == null ? "" : " and " + alias + ".team_id = any(:teams)");
    }

    private JdbcClient.StatementSpec ask(String sql, Scope scope, WinLossFilter filter) {
        JdbcClient.StatementSpec asked = database.sql(sql)
                .params(scope.parameters())
                .param("from", filter.first())
                .param("to", filter.last());
        if (filter.owner() != null) {
            asked = asked.param("owner", filter.owner());
        }
        return filter.team() == null
                ? asked
                : asked.param("teams", filter.team().toArray(Long[]::new));
    }
}

package org.triviumcrm.sales.quota;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.OpportunityTotals;
import org.triviumcrm.sales.QuotaSubject;

/** What was won, from the maintained totals; what is split counts for those who have the shares. */
@Repository
class WonRepository {

    record Won(long id, LocalDate month, BigDecimal amount) {}

    /** Won ones that are split; counted: they are among the totals that the viewer sees. */
    private static final String SPLIT = """
            with split as materialized (
                select o.id, o.owner_id, coalesce(o.team_id, 0) as team_id, s.person_id, coalesce(p.team_id, 0) as person_team,
                       s.base_amount, cast(date_trunc('month', o.closed_on) as date) as month, %1$s as counted
                from opportunity_split s join opportunity o on o.id = s.opportunity_id
                join (select w.id, w.id as owner_id, w.team_id from person w) p on p.id = s.person_id
                where s.ended_at is null and s.fixed_at is not null and o.state = 'WON' and o.closed_on between :from and :to
                  and (cast(:pipeline as bigint) is null or o.pipeline_id = :pipeline) and (%1$s or %2$s))
            """;

    private static final String TOTALS = """
            from %3$s t where t.state = 'WON' and t.closed_month between :from and :to
              and (cast(:pipeline as bigint) is null or t.pipeline_id = :pipeline) and %4$s""";

    private static final String PEOPLE = SPLIT + """
            select x.id, x.month, sum(x.amount) as amount from (
                select t.owner_id as id, t.closed_month as month, t.base_amount as amount
                """ + TOTALS + """
                 union all select owner_id, month, -base_amount from split where counted
                 union all select person_id, month, base_amount from split) x
            group by x.id, x.month having sum(x.amount) <> 0""";

    /** A share is its person's team's; the owner's is that of the opportunity's. */
    private static final String TEAMS = SPLIT + """
            select x.id, x.month, sum(x.amount) as amount from (
                select t.team_id as id, t.closed_month as month, t.base_amount as amount
                """ + TOTALS + """
                 union all select team_id, month, -base_amount from split where counted
                 union all select case when person_id = owner_id then team_id else person_team end, month, base_amount from split) x
            group by x.id, x.month having sum(x.amount) <> 0""";

    private static final String OTHERS = """
            select %5$s as id, t.closed_month as month, sum(t.base_amount) as amount
            """ + TOTALS + " group by 1, 2 having sum(t.base_amount) <> 0";

    private static final String PRODUCTS = """
            select t.product_id as id, t.closed_month as month, sum(t.base_amount) as amount from opportunity_product_total t
            where t.state = 'WON' and t.closed_month between :from and :to
            group by 1, 2 having sum(t.base_amount) <> 0""";

    /** Products are totalled over all pipelines. */
    private static final String PRODUCTS_OF_PIPELINE = """
            select o.product_id as id, cast(date_trunc('month', o.closed_on) as date) as month, sum(o.base_amount) as amount
            from opportunity o
            where o.state = 'WON' and o.closed_on between :from and :to and o.pipeline_id = :pipeline and o.product_id is not null
            group by 1, 2 having sum(o.base_amount) <> 0""";

    private final JdbcClient database;

    WonRepository(JdbcClient database) {
        this.database = database;
    }

    List<Won> won(Scope scope, QuotaSubject subject, LocalDate from, LocalDate to, @Nullable Long pipeline) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        String sql = switch (subject) {
            case PERSON -> PEOPLE;
            case TEAM -> TEAMS;
            case PRODUCT -> pipeline == null ? PRODUCTS : PRODUCTS_OF_PIPELINE;
            case COMPANY, REGION -> OTHERS;
        };
        return database.sql(sql.formatted(
                        scope.sql("o"),
                        scope.base().sql("p"),
                        totals.table(),
                        totals.condition("t"),
                        subject == QuotaSubject.REGION ? "t.territory_id" : "cast(0 as bigint)"))
                .param("from", from)
                .param("to", to)
                .param("pipeline", pipeline)
                .params(scope.parameters())
                .query(Won.class)
                .list();
    }
}

package org.triviumcrm.insight.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.OpportunityTotals;

/** Sums over the maintained totals. */
@Repository
class FigureRepository {

    /** A sum for a key; the month is set where the key is one. */
    record Sum(
            long id,
            String name,
            long count,
            BigDecimal amount,
            @Nullable LocalDate month) {}

    private static final String PRODUCT_TOTALS = """
            select t.product_id, t.count, t.base_amount from opportunity_product_total t
            where t.state = 'WON' and t.closed_month between :from and :to and %s""";
    private static final String OWN_BY_PRODUCT = """
            select coalesce(o.product_id, 0) as product_id, 1 as count, o.base_amount from opportunity o
            where o.state = 'WON' and o.closed_on between :from and :to and %s""";

    private final JdbcClient database;

    FigureRepository(JdbcClient database) {
        this.database = database;
    }

    /** Won and lost within the months, open ones always; by state. */
    List<Sum> byState(Scope scope, FigureFilter filter) {
        return sums("""
                select 0 as id, t.state as name, sum(t.count) as count, sum(t.base_amount) as amount, null::date as month
                from %s t
                where (t.state = 'OPEN' or t.closed_month between :from and :to) and %s
                group by t.state""", scope, filter);
    }

    List<Sum> byOpenStage(Scope scope) {
        return sums("""
                select s.id, s.name, sum(t.count) as count, sum(t.base_amount) as amount, null::date as month
                from %s t join stage s on s.id = t.stage_id join pipeline p on p.id = s.pipeline_id
                where t.state = 'OPEN' and cast(:from as date) is not null and cast(:to as date) is not null and %s
                group by s.id, p.id having sum(t.count) > 0 order by p.position, p.id, s.position""", scope, new FigureFilter(null, null));
    }

    /** By the teams that the opportunities were won in; 0 for none. */
    List<Sum> wonByTeam(Scope scope, FigureFilter filter) {
        return sums("""
                select t.team_id as id, '' as name, sum(t.count) as count, sum(t.base_amount) as amount, null::date as month
                from %s t
                where t.state = 'WON' and t.closed_month between :from and :to and %s
                group by t.team_id""", scope, filter);
    }

    List<Sum> wonByPerson(Scope scope, FigureFilter filter, int limit) {
        return sums("""
                select w.id, w.name, sum(t.count) as count, sum(t.base_amount) as amount, null::date as month
                from %s t join person w on w.id = t.owner_id
                where t.state = 'WON' and t.closed_month between :from and :to and %s
                group by w.id having sum(t.count) > 0 order by amount desc, w.id limit """ + " " + limit, scope, filter);
    }

    /**
     * What was won, split as agreed: the sums by owner, less what of it is others', and with what others' is theirs; the number
     * is that of opportunities somebody owns alone or has a share in. Nothing when nothing won then is split.
     */
    List<Sum> wonByShare(Scope scope, FigureFilter filter, int limit) {
        return sums("""
                with split as materialized (
                    select o.id, o.owner_id, s.person_id, s.base_amount from opportunity_split s
                    join opportunity o on o.id = s.opportunity_id
                    where s.ended_at is null and s.fixed_at is not null and o.state = 'WON'
                      and o.closed_on between :from and :to and ~)
                select w.id, w.name, sum(x.count) as count, sum(x.amount) as amount, null::date as month
                from (select t.owner_id as person_id, t.count, t.base_amount as amount from %s t
                      where t.state = 'WON' and t.closed_month between :from and :to and %s
                      union all select owner_id, -count(distinct id), -sum(base_amount) from split group by owner_id
                      union all select person_id, 1, base_amount from split) x
                join person w on w.id = x.person_id
                where exists (select 1 from split)
                group by w.id having sum(x.count) > 0 order by amount desc, w.id limit """.replace("~", scope.sql("o")) + " " + limit, scope, filter);
    }

    List<Sum> wonByMonth(Scope scope, FigureFilter filter, int limit) {
        return sums("""
                select 0 as id, '' as name, sum(t.count) as count, sum(t.base_amount) as amount, t.closed_month as month
                from %s t
                where t.state = 'WON' and t.closed_month between :from and :to and %s
                group by t.closed_month having sum(t.count) > 0 order by t.closed_month desc limit """ + " " + limit, scope, filter);
    }

    /** From the totals by product, which know teams and no persons; what is somebody's own beyond that, row by row. */
    List<Sum> wonByProduct(Scope scope, FigureFilter filter) {
        String rows = productRows(scope.base());
        if (scope instanceof Scope.Shared shared) {
            rows += " union all " + OWN_BY_PRODUCT.formatted(shared.beyondBase("o"));
        }
        return sums("""
                select coalesce(p.id, 0) as id, coalesce(p.name, '') as name, won.count, won.amount, null::date as month
                from (select product_id, sum(count) as count, sum(base_amount) as amount from (%s) found
                      group by product_id having sum(count) > 0) won
                    left join product p on p.id = won.product_id
                order by won.amount desc, p.id""".replace("%s", rows), scope, filter);
    }

    private static String productRows(Scope scope) {
        if (scope instanceof Scope.Own) {
            return OWN_BY_PRODUCT.formatted(scope.sql("o"));
        }
        return scope instanceof Scope.Teams
                ? PRODUCT_TOTALS.formatted("t.team_id in (:scopeTeams)") + " union all "
                        + OWN_BY_PRODUCT.formatted("o.owner_id = :scopeOwner and (o.team_id is null or"
                                + " o.team_id not in (:scopeTeams))")
                : PRODUCT_TOTALS.formatted(scope.sql("t"));
    }

    private List<Sum> sums(String sql, Scope scope, FigureFilter filter) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        return database.sql(sql.formatted(totals.table(), totals.condition("t")))
                .params(scope.parameters())
                .param("from", filter.first())
                .param("to", filter.last())
                .query(Sum.class)
                .list();
    }
}

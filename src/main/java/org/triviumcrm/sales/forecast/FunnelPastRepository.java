package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.OpportunityTotals;

/** How the funnel stood as months began, and what was won in them: from totals. Who had it then sees it. */
@Repository
class FunnelPastRepository {

    private static final String IN_TEAMS =
            "(cast(:teams as bigint[]) = '{}' or t.team_id = any(cast(:teams as bigint[])))";

    /** A stage as a month began, in columns that make a {@link MeasuredStage}. */
    record Began(
            LocalDate month,
            long id,
            String name,
            boolean measuredBasis,
            BigDecimal setConversion,
            int setDays,
            long count,
            BigDecimal amount,
            long ended,
            long forward,
            BigDecimal seconds) {

        MeasuredStage stage() {
            return new MeasuredStage(
                    id,
                    name,
                    measuredBasis,
                    setConversion,
                    setDays,
                    count,
                    amount,
                    BigDecimal.ZERO,
                    ended,
                    forward,
                    seconds);
        }
    }

    record Won(LocalDate month, BigDecimal amount) {}

    private final JdbcClient database;

    FunnelPastRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * The open stages in order, for each of the months that is written down.
     *
     * @param window how many months before are measured
     */
    List<Began> began(long pipeline, Scope scope, Collection<Long> teams, LocalDate from, LocalDate to, int window) {
        Scope known = known(scope);
        return database.sql("""
                        select m.month, s.id, s.name, s.basis = 'MEASURED' as measured_basis, s.conversion as set_conversion,
                               s.expected_days as set_days, coalesce(o.count, 0) as count, coalesce(o.amount, 0) as amount,
                               coalesce(h.ended, 0) as ended, coalesce(h.forward, 0) as forward, coalesce(h.seconds, 0) as seconds
                        from funnel_month m
                        join stage s on s.pipeline_id = :pipeline and s.kind = 'OPEN'
                        left join (
                            select t.month, t.stage_id, sum(t.count) as count, sum(t.base_amount) as amount from funnel_month_total t
                            where t.month between :from and :to and t.stage_id in (select id from stage where pipeline_id = :pipeline)
                              and %s and %s
                            group by 1, 2) o on o.month = m.month and o.stage_id = s.id
                        left join (
                            select b.month, t.stage_id, sum(t.forward) as forward, sum(t.forward + t.backward + t.lost) as ended,
                                   sum(t.seconds) as seconds
                            from funnel_month b join stage_stay_total t
                              on t.month >= b.month - :window * interval '1 month' and t.month < b.month
                            group by 1, 2) h on h.month = m.month and h.stage_id = s.id
                        where m.month between :from and :to
                        order by m.month, s.position, s.id""".formatted(known.sql("t"), IN_TEAMS))
                .param("pipeline", pipeline)
                .param("from", from)
                .param("to", to)
                .param("window", window)
                .param("teams", array(teams))
                .params(known.parameters())
                .query(Began.class)
                .list();
    }

    List<Won> won(long pipeline, Scope scope, Collection<Long> teams, LocalDate from, LocalDate to) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        return database.sql("""
                        select t.closed_month as month, sum(t.base_amount) as amount from %s t
                        where t.state = 'WON' and t.closed_month between :from and :to and t.pipeline_id = :pipeline and %s and %s
                        group by 1""".formatted(totals.table(), totals.condition("t"), IN_TEAMS))
                .param("pipeline", pipeline)
                .param("from", from)
                .param("to", to)
                .param("teams", array(teams))
                .params(scope.parameters())
                .query(Won.class)
                .list();
    }

    /** What lay in a stage as a month began, the greatest first; without a name where the viewer does not see it now. */
    List<FunnelPastDeal> deals(
            Scope scope,
            Collection<Long> teams,
            LocalDate month,
            long stage,
            FunnelPastDeal.@Nullable After after,
            int limit) {
        Scope known = known(scope);
        return database.sql("""
                        select t.opportunity_id as id, v.name, v.state, v.owner, v.closed_on, t.base_amount as amount
                        from funnel_month_line t left join lateral (
                            select o.name, o.state, o.closed_on, p.name as owner from opportunity o join person p on p.id = o.owner_id
                            where o.id = t.opportunity_id and %s) v on true
                        where t.month = :month and t.stage_id = :stage and %s and %s %s
                        order by t.base_amount desc, t.opportunity_id desc limit :limit""".formatted(
                                scope.sql("o"),
                                known.sql("t"),
                                IN_TEAMS,
                                after == null ? "" : "and (t.base_amount, t.opportunity_id) < (:amount, :after)"))
                .param("month", month)
                .param("stage", stage)
                .param("amount", after == null ? null : after.amount())
                .param("after", after == null ? null : after.id())
                .param("teams", array(teams))
                .param("limit", limit)
                .params(scope.parameters())
                .query(FunnelPastDeal.class)
                .list();
    }

    /** Totals know owners, teams and territories, and no single rows. */
    private static Scope known(Scope scope) {
        return scope instanceof Scope.Shared shared ? shared.inGroups() : scope;
    }

    private static String array(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}

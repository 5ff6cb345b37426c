package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.OpportunityTotals;

/** The funnel from the maintained totals: as fast with a million opportunities as with ten. */
@Repository
class FunnelRepository {

    private final JdbcClient jdbc;

    FunnelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open stages of a pipeline in order. */
    List<MeasuredStage> stages(
            long pipeline, Scope scope, Collection<Long> teams, @Nullable Long owner, LocalDate measuredFrom) {
        String narrowed = (teams.isEmpty() ? "" : " and t.team_id in (:teams)")
                + (owner == null ? "" : " and t.owner_id = :owner");
        OpportunityTotals totals = new OpportunityTotals(scope);
        var statement = jdbc.sql("""
                        select s.id, s.name, s.basis = 'MEASURED' as measured_basis, s.conversion as set_conversion,
                            s.expected_days as set_days, coalesce(o.count, 0) as count, coalesce(o.amount, 0) as amount,
                            coalesce(o.weighted, 0) as weighted, coalesce(h.ended, 0) as ended,
                            coalesce(h.forward, 0) as forward, coalesce(h.seconds, 0) as seconds
                        from stage s
                        left join (select t.stage_id, sum(t.count) as count, sum(t.base_amount) as amount,
                                sum(t.weighted) as weighted from %s t
                            where t.state = 'OPEN' and t.pipeline_id = :pipeline and %s group by t.stage_id) o
                            on o.stage_id = s.id
                        left join (select stage_id, sum(forward) as forward, sum(forward + backward + lost) as ended,
                                sum(seconds) as seconds from stage_stay_total
                            where month >= :from group by stage_id) h on h.stage_id = s.id
                        where s.pipeline_id = :pipeline and s.kind = 'OPEN' order by s.position, s.id
                        """.formatted(totals.table(), totals.condition("t") + narrowed))
                .param("pipeline", pipeline)
                .param("from", measuredFrom)
                .params(scope.parameters());
        if (!teams.isEmpty()) {
            statement = statement.param("teams", teams);
        }
        if (owner != null) {
            statement = statement.param("owner", owner);
        }
        return statement.query(MeasuredStage.class).list();
    }

    Optional<BigDecimal> target(long pipeline, long team) {
        return jdbc.sql("select amount from monthly_target where pipeline_id = ? and team_id = ?")
                .param(pipeline)
                .param(team)
                .query(BigDecimal.class)
                .optional();
    }

    /** The first pipeline's target for the whole of what the teams make up, else for everybody. */
    Optional<TargetKey> firstTarget(List<Long> pipelines, Collection<Long> teams) {
        return jdbc.sql("""
                        select m.pipeline_id, m.team_id
                        from unnest(cast(:pipelines as bigint[])) with ordinality as p (id, place)
                        join monthly_target m on m.pipeline_id = p.id
                        left join team t on t.id = m.team_id
                        where m.team_id = 0 or t.id = any(cast(:teams as bigint[]))
                            and (t.parent_id is null or t.parent_id <> all(cast(:teams as bigint[])))
                        order by p.place, m.team_id = 0, t.name, t.id limit 1""")
                .param("pipelines", array(pipelines))
                .param("teams", array(teams))
                .query(TargetKey.class)
                .optional();
    }

    /** Won in the month that begins on a day. */
    BigDecimal won(long pipeline, Scope scope, Collection<Long> teams, LocalDate month) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        return jdbc.sql("""
                        select coalesce(sum(t.base_amount), 0) from %s t
                        where t.state = 'WON' and t.closed_month = :month and t.pipeline_id = :pipeline
                            and (cast(:teams as bigint[]) = '{}' or t.team_id = any(cast(:teams as bigint[]))) and %s
                        """.formatted(totals.table(), totals.condition("t")))
                .param("month", month)
                .param("pipeline", pipeline)
                .param("teams", array(teams))
                .params(scope.parameters())
                .query(BigDecimal.class)
                .single();
    }

    private static String array(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    void setTarget(long pipeline, long team, @Nullable BigDecimal amount) {
        jdbc.sql("delete from monthly_target where pipeline_id = ? and team_id = ?")
                .param(pipeline)
                .param(team)
                .update();
        if (amount != null) {
            jdbc.sql("insert into monthly_target (pipeline_id, team_id, amount) values (?, ?, ?)")
                    .param(pipeline)
                    .param(team)
                    .param(amount)
                    .update();
        }
    }

    /** @param teamId 0 for everybody */
    record TargetKey(long pipelineId, long teamId) {}
}

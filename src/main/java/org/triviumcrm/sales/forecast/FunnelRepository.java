package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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

    /** What somebody holds in a stage. @param stageId 0 for who holds nothing */
    record Held(long whose, String name, long stageId, BigDecimal amount) {}

    /** What lies open in each stage, by the team it is of; 0 for none. */
    List<Held> ofTeams(long pipeline, Scope scope) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        return jdbc.sql("""
                        select coalesce(t.team_id, 0) as whose, '' as name, t.stage_id, sum(t.base_amount) as amount from %s t
                        where t.state = 'OPEN' and t.pipeline_id = :pipeline and %s group by 1, 3""".formatted(totals.table(), totals.condition("t")))
                .param("pipeline", pipeline)
                .params(scope.parameters())
                .query(Held.class)
                .list();
    }

    /** The same by the person it is of, of those in a team, whether they hold anything or not. */
    List<Held> ofPeople(long pipeline, Scope scope, long team) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        return jdbc.sql("""
                        select p.id as whose, p.name, coalesce(o.stage_id, 0) as stage_id, coalesce(o.amount, 0) as amount
                        from person p left join (
                            select t.owner_id, t.stage_id, sum(t.base_amount) as amount from %s t
                            where t.state = 'OPEN' and t.pipeline_id = :pipeline and %s group by 1, 2) o on o.owner_id = p.id
                        where p.team_id = :inTeam and p.active""".formatted(totals.table(), totals.condition("t")))
                .param("pipeline", pipeline)
                .param("inTeam", team)
                .params(scope.parameters())
                .query(Held.class)
                .list();
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
}

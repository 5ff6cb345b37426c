package org.triviumcrm.sales.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.sales.OpportunityTotals;

/** The active pipelines in their order, with what is open in each, from the maintained totals. */
@Repository
class PipelineChoiceRepository {

    private static final String TEAMS = """
            p.teams_below,
            array(select m.team_id from pipeline_team m where m.pipeline_id = p.id) as team_ids,
            array(select d.team_id from pipeline_default d where d.pipeline_id = p.id) as default_team_ids""";

    private final JdbcClient database;

    PipelineChoiceRepository(JdbcClient database) {
        this.database = database;
    }

    List<PipelineUse> active(Scope scope) {
        OpportunityTotals totals = new OpportunityTotals(scope);
        return database.sql("""
                        select p.id, p.name, coalesce(u.open, 0) as open, %s
                        from pipeline p
                        left join (select t.pipeline_id, sum(t.count) as open from %s t
                                   where t.state = 'OPEN' and %s group by t.pipeline_id) u on u.pipeline_id = p.id
                        where p.active order by p.position, p.id
                        """.formatted(TEAMS, totals.table(), totals.condition("t")))
                .params(scope.parameters())
                .query((row, n) -> use(row, row.getLong("open")))
                .list();
    }

    /** Nothing when it is not active. */
    List<PipelineUse> active(long id) {
        return database.sql("select p.id, p.name, %s from pipeline p where p.active and p.id = :id".formatted(TEAMS))
                .param("id", id)
                .query((row, n) -> use(row, 0))
                .list();
    }

    private static PipelineUse use(ResultSet row, long open) throws SQLException {
        return new PipelineUse(
                row.getLong("id"),
                row.getString("name"),
                open,
                ids(row, "team_ids"),
                row.getBoolean("teams_below"),
                ids(row, "default_team_ids"));
    }

    private static Set<Long> ids(ResultSet row, String column) throws SQLException {
        return Set.of((Long[]) row.getArray(column).getArray());
    }
}

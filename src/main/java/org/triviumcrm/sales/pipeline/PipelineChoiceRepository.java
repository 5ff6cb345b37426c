package org.triviumcrm.sales.pipeline;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;

/** The active pipelines in their order, with what is open in each, from the maintained totals. */
@Repository
class PipelineChoiceRepository {

    private final JdbcClient database;

    PipelineChoiceRepository(JdbcClient database) {
        this.database = database;
    }

    List<PipelineChoice> active(Scope scope) {
        return database.sql("""
                        select p.id, p.name, p.team_id, coalesce(u.open, 0) as open
                        from pipeline p
                        left join (select t.pipeline_id, sum(t.count) as open from opportunity_total t
                                   where t.state = 'OPEN' and %s group by t.pipeline_id) u on u.pipeline_id = p.id
                        where p.active order by p.position, p.id
                        """.formatted(scope.sql("t")))
                .params(scope.parameters())
                .query(PipelineChoice.class)
                .list();
    }
}

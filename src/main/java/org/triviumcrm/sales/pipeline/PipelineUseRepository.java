package org.triviumcrm.sales.pipeline;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;

/** Which pipelines are worked in. */
@Repository
class PipelineUseRepository {

    private final JdbcClient database;

    PipelineUseRepository(JdbcClient database) {
        this.database = database;
    }

    /** Those that hold open opportunities within the scope, the fullest first; from the maintained totals. */
    List<Long> byOpenOpportunities(Scope scope) {
        return database.sql("""
                        select t.pipeline_id from opportunity_total t where t.state = 'OPEN' and t.count > 0 and %s
                        group by t.pipeline_id order by sum(t.count) desc, t.pipeline_id
                        """.formatted(scope.sql("t")))
                .params(scope.parameters())
                .query(Long.class)
                .list();
    }
}

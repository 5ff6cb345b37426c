package org.triviumcrm.sales.pipeline;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rules of pipelines, in one statement. */
@Repository
class StageRuleRepository {

    private final JdbcClient database;

    StageRuleRepository(JdbcClient database) {
        this.database = database;
    }

    /** By pipeline; without those that have no stages or do not exist. */
    Map<Long, StageRules> of(Collection<Long> pipelineIds) {
        Map<Long, StageRules> rules = new HashMap<>();
        Map<Long, List<RuledStage>> stages = new LinkedHashMap<>();
        database.sql("""
                        select s.pipeline_id, p.move_rule, p.rollback, s.id, s.name, s.kind, s.entry,
                               array(select t.to_stage_id from stage_transition t where t.from_stage_id = s.id) as next,
                               array(select f.field from stage_field f where f.stage_id = s.id) as asked
                        from stage s join pipeline p on p.id = s.pipeline_id
                        where s.pipeline_id = any(:ids) order by s.pipeline_id, s.position""").param("ids", pipelineIds.toArray(Long[]::new)).query(row -> {
            long pipeline = row.getLong("pipeline_id");
            List<RuledStage> own = stages.computeIfAbsent(pipeline, key -> new ArrayList<>());
            own.add(stage(row));
            rules.put(
                    pipeline,
                    new StageRules(
                            MoveRule.valueOf(row.getString("move_rule")),
                            Rollback.valueOf(row.getString("rollback")),
                            own));
        });
        return rules;
    }

    private static RuledStage stage(ResultSet row) throws SQLException {
        Array next = row.getArray("next");
        Array asked = row.getArray("asked");
        return new RuledStage(
                row.getLong("id"),
                row.getString("name"),
                StageKind.valueOf(row.getString("kind")),
                row.getBoolean("entry"),
                Set.of((Long[]) next.getArray()),
                Arrays.stream((String[]) asked.getArray())
                        .map(StageField::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}

package org.triviumcrm.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.engine.Engine;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionGroup;
import tools.jackson.databind.json.JsonMapper;

/** Flows that are switched on, for tests about what has to pass them. */
@TestComponent
public class SampleFlows {

    private final JdbcClient jdbc;
    private final Engine engine;
    private final JsonMapper json;

    public SampleFlows(JdbcClient jdbc, Engine engine, JsonMapper json) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.json = json;
    }

    /** One step that any one of these people decides. */
    public static Step anyOf(Viewer... people) {
        return step(Mode.ANY_ONE, people);
    }

    public static Step step(Mode mode, Viewer... people) {
        Long[] ids = List.of(people).stream().map(Viewer::personId).toArray(Long[]::new);
        return new Step("s1", "Approval", ConditionGroup.ALWAYS, Approvers.people(ids), mode, 100, null, null);
    }

    /** A flow about opportunities. @param target the stage it leads to, null for any */
    public long active(String trigger, @Nullable Long target, ConditionGroup when, Step... steps) {
        return active("opportunity", trigger, target, when, steps);
    }

    /** A flow about records of a type. @param target what it leads to, null for any */
    public long active(String subject, String trigger, @Nullable Long target, ConditionGroup when, Step... steps) {
        FlowDefinition definition = new FlowDefinition(when, List.of(steps), EdgeRules.USUAL);
        long flow = jdbc.sql("""
                insert into approval_flow (id, name, subject_type, trigger_key, target, position, created_at, updated_at)
                select n, 'Flow ' || n, :subject, :trigger, :target, n, now(), now()
                from (select coalesce(max(id), 0) + 1 as n from approval_flow) x returning id""")
                .param("subject", subject)
                .param("trigger", trigger)
                .param("target", target, java.sql.Types.BIGINT)
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into approval_flow_version (id, flow_id, number, state, definition, process_definition_id, activated_at,
                    created_at, updated_at)
                values (:id, :id, 1, 'ACTIVE', :definition::jsonb, :process, now() - interval '1 year', now(), now())""")
                .param("id", flow)
                .param("definition", json.writeValueAsString(definition))
                .param("process", engine.deploy("flow-" + flow, definition))
                .update();
        return flow;
    }

    /** The task of a person in the only running case. */
    public long task(Viewer person) {
        return jdbc.sql("select id from approval_task where person_id = ? and state = 'OPEN'")
                .param(person.personId())
                .query(Long.class)
                .single();
    }
}

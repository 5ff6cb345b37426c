package org.triviumcrm.approval.dossier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.approval.engine.Engine;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.SetClock;
import tools.jackson.databind.json.JsonMapper;

/** Flows and cases about the records of a {@link TestSubject}, and what is told of them. */
@TestComponent
public final class CaseBench {

    private final ApprovalGate gate;
    private final Engine engine;
    private final TestSubject deals;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseBench(ApprovalGate gate, Engine engine, TestSubject deals, JdbcClient jdbc, JsonMapper json) {
        this.gate = gate;
        this.engine = engine;
        this.deals = deals;
        this.jdbc = jdbc;
        this.json = json;
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Import(SetClock.Installed.class)
    public static class Deals {
        @Bean
        TestSubject deals() {
            return new TestSubject();
        }
    }

    public static Step step(String key, Mode mode, @Nullable TimeLimit limit, Viewer... people) {
        Long[] ids = List.of(people).stream().map(Viewer::personId).toArray(Long[]::new);
        return new Step(key, "Step " + key, ConditionGroup.ALWAYS, Approvers.people(ids), mode, 60, null, limit);
    }

    /** Above 500,000 these steps are asked before winning. */
    public void flow(Step... steps) {
        flow(EdgeRules.USUAL, steps);
    }

    public void flow(EdgeRules edges, Step... steps) {
        FlowDefinition definition = new FlowDefinition(
                ConditionGroup.all(new Condition("amount", Comparison.AT_LEAST, "500000")), List.of(steps), edges);
        String process = engine.deploy("flow-1", definition);
        jdbc.sql("""
                insert into approval_flow (id, name, subject_type, trigger_key, position, created_at, updated_at)
                values (1, 'Big deals', 'deal', 'WIN', 1, now(), now())""").update();
        jdbc.sql("""
                insert into approval_flow_version (id, flow_id, number, state, definition, process_definition_id, activated_at,
                    created_at, updated_at)
                values (1, 1, 1, 'ACTIVE', ?::jsonb, ?, now(), now(), now())""").params(json.writeValueAsString(definition), process).update();
    }

    /** From that time on the flow is another version, which may ask for other records. */
    public void newVersion(Instant time, ConditionGroup when, Step... steps) {
        FlowDefinition definition = new FlowDefinition(when, List.of(steps), EdgeRules.USUAL);
        jdbc.sql("update approval_flow_version set state = 'RETIRED', retired_at = ? where state = 'ACTIVE'")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                insert into approval_flow_version (id, flow_id, number, state, definition, process_definition_id, activated_at,
                    created_at, updated_at)
                select max(id) + 1, 1, max(number) + 1, 'ACTIVE', ?::jsonb, ?, ?, now(), now() from approval_flow_version""")
                .params(
                        json.writeValueAsString(definition),
                        engine.deploy("flow-1", definition),
                        time.atOffset(ZoneOffset.UTC))
                .update();
    }

    public long submit(Viewer submitter, long record, String amount) {
        return submit(submitter, record, amount, Map.of());
    }

    public long submit(Viewer submitter, long record, String amount, Map<String, List<Long>> chosen) {
        Proposal proposal = new Proposal("deal", deals.worth(record, amount), "WIN", null);
        ApprovedAction action = new ApprovedAction("win", "{\"price\":" + amount + "}");
        return gate.submit(submitter, new Submission(proposal, action, "Please", chosen));
    }

    public long task(long caseId, Viewer person) {
        return jdbc.sql("select id from approval_task where case_id = ? and person_id = ? and state = 'OPEN'")
                .params(caseId, person.personId())
                .query(Long.class)
                .single();
    }

    public int version(long caseId) {
        return jdbc.sql("select version from approval_case where id = ?")
                .param(caseId)
                .query(Integer.class)
                .single();
    }

    public List<Long> open(long caseId) {
        return jdbc.sql("select person_id from approval_task where case_id = ? and state = 'OPEN' order by ordinal")
                .param(caseId)
                .query(Long.class)
                .list();
    }

    public String state(long caseId) {
        return jdbc.sql("select state from approval_case where id = ?")
                .param(caseId)
                .query(String.class)
                .single();
    }

    public List<String> trail(long caseId) {
        return jdbc.sql("select kind from approval_trail where case_id = ? order by id")
                .param(caseId)
                .query(String.class)
                .list();
    }

    /** Keys of what the person was told, the oldest first. */
    public List<String> told(Viewer person) {
        return jdbc.sql("select message from notice where person_id = ? order by id")
                .param(person.personId())
                .query(String.class)
                .list();
    }

    public long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}

package org.triviumcrm.approval.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.engine.Engine;
import org.triviumcrm.approval.engine.Timers;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import tools.jackson.databind.json.JsonMapper;

/** Several cases decided with one comment: each for itself. */
@CommittingTest
@Import({Timers.class, CaseBench.class, CaseBench.Deals.class})
class DecidingManyTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApprovalGate gate;

    @Autowired
    SubmitterService submitters;

    @Autowired
    Engine engine;

    @Autowired
    TestSubject deals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    Accounts accounts;

    private Viewer ann;
    private Viewer bob;

    @BeforeEach
    void people() {
        deals.clear();
        ann = accounts.representative(null);
        bob = accounts.representative(null);
        flow(bob);
    }

    @Test
    void allAreApprovedWithTheSameWords() throws Exception {
        long one = task(submit(1));
        long two = task(submit(2));
        MockHttpServletResponse question =
                answer(post("/approvals/decision").param("ids", one + "," + two).param("approve", "true"));
        assertThat(text(question)).contains("Deal 1", "Deal 2", "Approve 2");

        MockHttpServletResponse answer = answer(post("/approvals/decisions")
                .param("ids", one + "," + two)
                .param("approve", "true")
                .param("comment", "Fine for this quarter"));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/approvals");
        assertThat(deals.done).hasSize(2);
        assertThat(jdbc.sql("select distinct comment from approval_task")
                        .query(String.class)
                        .list())
                .containsExactly("Fine for this quarter");
    }

    @Test
    void whatIsRefusedKeepsNoneOfTheOthersBackAndSaysWhy() throws Exception {
        long one = task(submit(1));
        long two = submit(2);
        long taken = task(two);
        long three = task(submit(3));
        submitters.recall(ann, two);
        String result = text(answer(post("/approvals/decisions")
                .param("ids", one + "," + taken + "," + three + ",999999")
                .param("approve", "false")
                .param("comment", "Not this year")));
        assertThat(result)
                .contains(
                        "2 rejected.",
                        "Deal 1",
                        "Deal 3",
                        "One was not decided",
                        "Deal 2",
                        "taken back in the meantime")
                .contains("One of those chosen does not wait for you any more.");
        assertThat(jdbc.sql("select state from approval_case order by id")
                        .query(String.class)
                        .list())
                .containsExactly("REJECTED", "RECALLED", "REJECTED");
    }

    @Test
    void allThatTheListFindsCanBeDecided() throws Exception {
        submit(1);
        submit(2);
        submit(33);
        answer(post("/approvals/decisions")
                .param("all", "true")
                .param("query", "f.title.contains=Deal 3")
                .param("approve", "true"));
        assertThat(deals.done).hasSize(1).first().asString().startsWith("win 33");
    }

    @Test
    void aRejectionNeedsAReasonAndKeepsTheChoice() throws Exception {
        long one = task(submit(1));
        MockHttpServletResponse answer = answer(post("/approvals/decisions")
                .param("ids", "" + one)
                .param("approve", "false")
                .param("comment", "  "));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("Say why", "name=\"ids\" value=\"" + one + "\"", "Deal 1");
        assertThat(deals.locks).containsKey(1L);
    }

    @Test
    void whatIsSomebodyElsesIsNotThere() throws Exception {
        long one = task(submit(1));
        MockHttpServletResponse question = mvc.perform(
                        get("/approvals/decision").param("ids", "" + one).with(signedIn(accounts.administrator())))
                .andReturn()
                .getResponse();
        assertThat(text(question)).doesNotContain("Deal 1").contains("None of these waits for you");
        MockHttpServletResponse answer = mvc.perform(post("/approvals/decisions")
                        .param("ids", "" + one)
                        .param("approve", "true")
                        .with(csrf())
                        .with(signedIn(ann)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(deals.done).isEmpty();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(signedIn(bob))).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private void flow(Viewer asked) {
        FlowDefinition definition = new FlowDefinition(
                ConditionGroup.ALWAYS,
                List.of(new Step(
                        "s1",
                        "Director",
                        ConditionGroup.ALWAYS,
                        Approvers.people(asked.personId()),
                        Mode.ALL,
                        100,
                        null,
                        null)),
                EdgeRules.USUAL);
        String process = engine.deploy("flow-1", definition);
        jdbc.sql("""
                insert into approval_flow (id, name, subject_type, trigger_key, position, created_at, updated_at)
                values (1, 'Flow', 'deal', 'WIN', 1, now(), now())""").update();
        jdbc.sql("""
                insert into approval_flow_version (id, flow_id, number, state, definition, process_definition_id, activated_at,
                    created_at, updated_at)
                values (1, 1, 1, 'ACTIVE', ?::jsonb, ?, now(), now(), now())""").params(json.writeValueAsString(definition), process).update();
    }

    private long submit(long id) {
        Proposal win = new Proposal("deal", deals.worth(id, "600000"), "WIN", null);
        return gate.submit(ann, new Submission(win, new ApprovedAction("win", "{}"), "Please", Map.of()));
    }

    private long task(long caseId) {
        return jdbc.sql("select id from approval_task where case_id = ?")
                .param(caseId)
                .query(Long.class)
                .single();
    }
}

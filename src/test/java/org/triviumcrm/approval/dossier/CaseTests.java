package org.triviumcrm.approval.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.Requirement;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.approval.engine.Engine;
import org.triviumcrm.approval.engine.Timers;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SetClock;
import tools.jackson.databind.json.JsonMapper;

/** A case from submitting to its end, on compiled flows. */
@CommittingTest
@Import({Timers.class, CaseBench.class, CaseBench.Deals.class})
class CaseTests {

    private static final Decide YES = new Decide(true, "Fine with me");
    private static final Decide NO = new Decide(false, "Too cheap");

    @Autowired
    ApprovalGate gate;

    @Autowired
    DecisionService decisions;

    @Autowired
    SubmitterService submitters;

    @Autowired
    Engine engine;

    @Autowired
    TestSubject deals;

    @Autowired
    Timers timers;

    @Autowired
    SetClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    Accounts accounts;

    private Viewer submitter;
    private Viewer first;
    private Viewer second;

    @BeforeEach
    void people() {
        deals.clear();
        submitter = accounts.representative(null);
        first = accounts.representative(null);
        second = accounts.representative(null);
    }

    @Test
    void whatIsApprovedIsDoneAndTold() {
        flow(step("s1", Mode.ALL, null, first, second));
        long id = submit(7, "600000");
        assertThat(state(id)).isEqualTo("RUNNING");
        assertThat(deals.locks).containsEntry(7L, id);

        clock.pass(Duration.ofMinutes(5));
        decisions.decide(first, task(id, first), YES);
        assertThat(deals.done).isEmpty();
        decisions.decide(second, task(id, second), YES);

        assertThat(state(id)).isEqualTo("APPROVED");
        assertThat(deals.done).containsExactly("win 7 {\"price\": 600000}");
        assertThat(deals.locks).isEmpty();
        assertThat(trail(id)).containsExactly("SUBMITTED", "ASKED", "ASKED", "APPROVED", "APPROVED", "CASE_APPROVED");
        assertThat(jdbc.sql("select max(seconds) from approval_trail")
                        .query(Long.class)
                        .single())
                .isEqualTo(300);
        assertThat(count("act_ru_execution")).isZero();
    }

    @Test
    void theFirstWhoRejectsEndsIt() {
        flow(step("s1", Mode.ALL, null, first, second));
        long id = submit(7, "600000");
        long other = task(id, second);
        decisions.decide(first, task(id, first), NO);
        assertThat(state(id)).isEqualTo("REJECTED");
        assertThat(deals.done).isEmpty();
        assertThat(deals.locks).isEmpty();
        assertThatThrownBy(() -> decisions.decide(second, other, YES)).isInstanceOf(AlreadyDecided.class);
        assertThat(trail(id)).containsExactly("SUBMITTED", "ASKED", "ASKED", "REJECTED", "CASE_REJECTED");
    }

    @Test
    void ofTwoWhoDecideAtOneInstantOneWins() throws Exception {
        flow(step("s1", Mode.ANY_ONE, null, first, second));
        long id = submit(7, "600000");
        long one = task(id, first);
        long two = task(id, second);
        CyclicBarrier together = new CyclicBarrier(2);
        AtomicInteger slower = new AtomicInteger();
        Thread yes = deciding(first, one, YES, together, slower);
        Thread no = deciding(second, two, NO, together, slower);
        yes.join();
        no.join();
        assertThat(slower).hasValue(1);
        assertThat(state(id)).isIn("APPROVED", "REJECTED");
        assertThat(deals.done).hasSize(state(id).equals("APPROVED") ? 1 : 0);
        assertThat(trail(id)).startsWith("SUBMITTED", "ASKED", "ASKED").hasSize(5);
    }

    @Test
    void aDecisionOnACaseThatWasTakenBackIsRefused() {
        flow(step("s1", Mode.ALL, null, first, second));
        long id = submit(7, "600000");
        long one = task(id, first);
        decisions.decide(second, task(id, second), YES);
        assertThatThrownBy(() -> submitters.recall(first, id)).isInstanceOf(NotFound.class);
        submitters.recall(submitter, id);
        assertThat(state(id)).isEqualTo("RECALLED");
        assertThat(deals.locks).isEmpty();
        assertThat(count("act_ru_execution")).isZero();
        assertThatThrownBy(() -> decisions.decide(first, one, YES)).isInstanceOf(AlreadyDecided.class);
        assertThatThrownBy(() -> submitters.recall(submitter, id)).isInstanceOf(AlreadyDecided.class);
        assertThat(submit(7, "600000")).as("can be submitted again").isNotEqualTo(id);
    }

    @Test
    void onlyWhoIsAskedDecidesAndOnlyOnce() {
        flow(step("s1", Mode.ALL, null, first, second));
        long id = submit(7, "600000");
        long task = task(id, first);
        assertThatThrownBy(() -> decisions.decide(second, task, YES)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decisions.decide(submitter, task, YES)).isInstanceOf(NotFound.class);
        decisions.decide(first, task, YES);
        assertThatThrownBy(() -> decisions.decide(first, task, NO)).isInstanceOf(AlreadyDecided.class);
        assertThat(state(id)).isEqualTo("RUNNING");
    }

    @Test
    void theGateLetsPassWhatIsBelowAndOnceWhatWasApproved() {
        flow(step("s1", Mode.ANY_ONE, null, first));
        gate.pass(win(7, "499999.99"));
        assertThatThrownBy(() -> gate.pass(win(7, "600000"))).isInstanceOf(ApprovalNeeded.class);
        assertThat(gate.requirement(submitter, win(7, "600000")).map(Requirement::flowName))
                .contains("Flow");

        long id = submit(7, "600000");
        assertThatThrownBy(() -> gate.pass(win(7, "1"))).isInstanceOf(UnderApproval.class);
        assertThatThrownBy(() -> submit(7, "600000")).isInstanceOf(UnderApproval.class);
        assertThat(gate.passAll(List.of(win(7, "1"), win(8, "600000"), win(9, "1"))))
                .hasSize(2)
                .hasEntrySatisfying(7L, refusal -> assertThat(refusal).isInstanceOf(UnderApproval.class))
                .hasEntrySatisfying(8L, refusal -> assertThat(refusal).isInstanceOf(ApprovalNeeded.class));
        decisions.decide(first, task(id, first), YES);

        assertThatThrownBy(() -> gate.pass(win(7, "600000.01")))
                .as("more than was approved")
                .isInstanceOf(ApprovalNeeded.class);
        assertThat(gate.requirement(submitter, win(7, "600000.00"))).isEmpty();
        assertThat(gate.passAll(List.of(win(7, "600000.00")))).isEmpty();
        assertThatThrownBy(() -> gate.pass(win(7, "600000"))).as("used up").isInstanceOf(ApprovalNeeded.class);
    }

    @Test
    void whoMayNotDoItMayNotSubmitIt() {
        flow(step("s1", Mode.ANY_ONE, null, first));
        assertThatThrownBy(() -> gate.submit(accounts.nobody(), submission(7, "600000")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> submit(7, "1")).isInstanceOf(NotNeeded.class);
        assertThat(count("approval_case")).isZero();
    }

    @Test
    void oneIsAskedAfterTheOther() {
        flow(step("s1", Mode.IN_SEQUENCE, null, first, second));
        long id = submit(7, "600000");
        assertThat(open(id)).containsExactly(first.personId());
        decisions.decide(first, task(id, first), YES);
        assertThat(open(id)).containsExactly(second.personId());
        decisions.decide(second, task(id, second), YES);
        assertThat(state(id)).isEqualTo("APPROVED");
    }

    @Test
    void anEarlierApprovalCountsInALaterStep() {
        flow(step("s1", Mode.ANY_ONE, null, first), step("s2", Mode.ALL, null, first, second));
        long id = submit(7, "600000");
        decisions.decide(first, task(id, first), YES);
        assertThat(open(id)).containsExactly(second.personId());
        decisions.decide(second, task(id, second), YES);
        assertThat(state(id)).isEqualTo("APPROVED");
    }

    @Test
    void whenTheTimeIsOverTheSuperiorDecides() {
        long team = accounts.team("North", null);
        Viewer manager = accounts.manager(team);
        Viewer late = accounts.representative(team);
        flow(step("s1", Mode.ALL, new TimeLimit(48, TimeLimit.Outcome.ESCALATE, null), late));
        long id = submit(7, "600000");
        long task = task(id, late);
        clock.pass(Duration.ofHours(47));
        assertThat(timers.fire()).isZero();
        clock.pass(Duration.ofHours(1));
        assertThat(timers.fire()).isOne();
        assertThat(open(id)).containsExactly(manager.personId());
        assertThatThrownBy(() -> decisions.decide(late, task, YES)).isInstanceOf(AlreadyDecided.class);
        decisions.decide(manager, task(id, manager), YES);
        assertThat(state(id)).isEqualTo("APPROVED");
        assertThat(trail(id)).containsExactly("SUBMITTED", "ASKED", "EXPIRED", "ASKED", "APPROVED", "CASE_APPROVED");
    }

    @Test
    void withoutAnybodyToAskItIsRejectedAsTheRulesSay() {
        flow(new Step("s1", "Manager", ConditionGroup.ALWAYS, Approvers.teamManager(), Mode.ALL, 0, null, null));
        long id = submit(7, "600000");
        assertThat(state(id)).isEqualTo("REJECTED");
        assertThat(trail(id)).containsExactly("SUBMITTED", "NOBODY_FOUND", "CASE_REJECTED");
        assertThat(deals.locks).isEmpty();
    }

    private Thread deciding(Viewer who, long task, Decide how, CyclicBarrier together, AtomicInteger slower) {
        Thread thread = new Thread(() -> {
            try {
                together.await(10, TimeUnit.SECONDS);
                decisions.decide(who, task, how);
            } catch (AlreadyDecided e) {
                slower.incrementAndGet();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    private static Step step(String key, Mode mode, @Nullable TimeLimit limit, Viewer... people) {
        Long[] ids = List.of(people).stream().map(Viewer::personId).toArray(Long[]::new);
        return new Step(key, "Step " + key, ConditionGroup.ALWAYS, Approvers.people(ids), mode, 100, null, limit);
    }

    /** Above 500,000 these steps are asked before winning. */
    private void flow(Step... steps) {
        FlowDefinition definition = new FlowDefinition(
                ConditionGroup.all(new Condition("amount", Comparison.AT_LEAST, "500000")),
                List.of(steps),
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

    private Proposal win(long id, String amount) {
        return new Proposal("deal", deals.worth(id, amount), "WIN", null);
    }

    private Submission submission(long id, String amount) {
        return new Submission(win(id, amount), new ApprovedAction("win", "{\"price\":600000}"), "Please", Map.of());
    }

    private long submit(long id, String amount) {
        return gate.submit(submitter, submission(id, amount));
    }

    private long task(long caseId, Viewer person) {
        return jdbc.sql("select id from approval_task where case_id = ? and person_id = ? and state = 'OPEN'")
                .params(caseId, person.personId())
                .query(Long.class)
                .single();
    }

    private List<Long> open(long caseId) {
        return jdbc.sql("select person_id from approval_task where case_id = ? and state = 'OPEN' order by ordinal")
                .param(caseId)
                .query(Long.class)
                .list();
    }

    private String state(long caseId) {
        return jdbc.sql("select state from approval_case where id = ?")
                .param(caseId)
                .query(String.class)
                .single();
    }

    private List<String> trail(long caseId) {
        return jdbc.sql("select kind from approval_trail where case_id = ? order by id")
                .param(caseId)
                .query(String.class)
                .list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}

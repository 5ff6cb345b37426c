package org.triviumcrm.approval.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.triviumcrm.approval.dossier.CaseBench.step;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.approval.engine.Timers;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SetClock;

/** What people can do with a case besides yes and no, and what becomes of it when the record does not play along. */
@CommittingTest
@Import({Timers.class, CaseBench.class, CaseBench.Deals.class})
class CaseActionTests {

    @Autowired
    CaseBench bench;

    @Autowired
    DecisionService decisions;

    @Autowired
    SubmitterService submitters;

    @Autowired
    StandInService standIns;

    @Autowired
    ApprovalGate gate;

    @Autowired
    TestSubject deals;

    @Autowired
    Timers timers;

    @Autowired
    SetClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    private Viewer submitter;
    private Viewer first;
    private Viewer second;
    private Viewer third;

    @BeforeEach
    void people() {
        deals.clear();
        submitter = accounts.representative(null);
        first = accounts.representative(null);
        second = accounts.representative(null);
        third = accounts.representative(null);
    }

    @Test
    void whatIsReturnedCanBeChangedAndIsSubmittedAgainAsItIsThen() {
        bench.flow(step("s1", Mode.ALL, null, first), step("s2", Mode.ALL, null, second));
        long id = bench.submit(submitter, 7, "600000");
        approve(id, first);
        decisions.giveBack(second, id, new ReturnCase(bench.task(id, second), 0, "Less discount"));
        assertThat(bench.state(id)).isEqualTo("RETURNED");
        assertThat(bench.open(id)).isEmpty();
        assertThat(deals.locks).as("can be changed").isEmpty();
        assertThat(bench.count("act_ru_execution")).isZero();
        assertThat(bench.told(submitter)).containsExactly("approval.notice.returned");
        assertThatThrownBy(() -> gate.pass(new Proposal("deal", deals.worth(7, "1"), "WIN", null)))
                .as("still does not go past it")
                .isInstanceOf(UnderApproval.class);

        deals.amounts.put(7L, "700000");
        assertThatThrownBy(() -> submitters.resubmit(first, id, new ResubmitCase(1, null, null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> submitters.resubmit(submitter, id, new ResubmitCase(0, null, null)))
                .as("from a page that is older")
                .isInstanceOf(AlreadyDecided.class);
        submitters.resubmit(submitter, id, new ResubmitCase(1, "Less discount now", null));
        assertThat(bench.state(id)).isEqualTo("RUNNING");
        assertThat(deals.locks).containsEntry(7L, id);
        assertThat(bench.open(id)).as("from the first step").containsExactly(first.personId());
        assertThat(jdbc.sql(
                                "select amount || ' ' || (snapshot #>> '{lines,0,after}') || ' ' || round from approval_case")
                        .query(String.class)
                        .single())
                .isEqualTo("700000.00 700000 2");
        approve(id, first);
        approve(id, second);
        assertThat(bench.state(id)).isEqualTo("APPROVED");
        assertThat(bench.told(submitter)).endsWith("approval.notice.approved");
        assertThat(gate.requirement(submitter, new Proposal("deal", deals.worth(7, "700000"), "WIN", null)))
                .as("the release is that of the second round")
                .isEmpty();
        assertThat(bench.trail(id))
                .containsExactly(
                        "SUBMITTED",
                        "ASKED",
                        "APPROVED",
                        "ASKED",
                        "RETURNED",
                        "RESUBMITTED",
                        "ASKED",
                        "APPROVED",
                        "ASKED",
                        "APPROVED",
                        "CASE_APPROVED");
    }

    @Test
    void aStepThatAppliesOnlyThenAsksWhomToAsk() {
        bench.flow(
                step("s1", Mode.ALL, null, first),
                new Step(
                        "s2",
                        "Above 700,000",
                        ConditionGroup.all(new Condition("amount", Comparison.AT_LEAST, "700000")),
                        Approvers.choice(),
                        Mode.ALL,
                        100,
                        null,
                        null));
        long id = bench.submit(submitter, 7, "600000");
        decisions.giveBack(first, id, new ReturnCase(bench.task(id, first), 0, "Too little"));
        deals.amounts.put(7L, "800000");
        assertThat(Objects.requireNonNull(submitters.resubmission(submitter, id).requirement())
                        .choosing())
                .containsExactly("s2");
        assertThatThrownBy(() -> submitters.resubmit(submitter, id, new ResubmitCase(1, null, null)))
                .isInstanceOf(NotAllowed.class);
        assertThat(bench.state(id)).isEqualTo("RETURNED");

        submitters.resubmit(submitter, id, new ResubmitCase(1, null, Map.of("s2", List.of(second.personId()))));
        approve(id, first);
        assertThat(bench.open(id)).containsExactly(second.personId());
    }

    @Test
    void whoHasTheRecordRecallsWhatSomebodyLeftBehind() {
        bench.flow(step("s1", Mode.ALL, null, first));
        long id = bench.submit(submitter, 7, "600000");
        deals.ownerId = second.personId();
        assertThatThrownBy(() -> submitters.recall(second, id)).isInstanceOf(NotFound.class);
        jdbc.sql("update person set active = false where id = ?")
                .param(submitter.personId())
                .update();
        assertThatThrownBy(() -> submitters.recall(third, id)).isInstanceOf(NotFound.class);
        submitters.recall(second, id);
        assertThat(bench.state(id)).isEqualTo("RECALLED");
    }

    @Test
    void whatWasAskedInAnEarlierRoundIsNotDecidedInThis() {
        bench.flow(step("s1", Mode.ALL, null, first));
        long id = bench.submit(submitter, 7, "600000");
        long old = bench.task(id, first);
        decisions.giveBack(first, id, new ReturnCase(old, 0, "Later"));
        submitters.resubmit(submitter, id, new ResubmitCase(1, null, null));
        assertThatThrownBy(() -> decisions.approve(first, id, new ApproveCase(old, 0, null)))
                .isInstanceOf(AlreadyDecided.class);
        assertThatThrownBy(() -> decisions.approve(first, id, new ApproveCase(bench.task(id, first), 0, null)))
                .as("the page showed the round before")
                .isInstanceOf(AlreadyDecided.class);
        submitters.recall(submitter, id);
        assertThat(bench.state(id)).isEqualTo("RECALLED");
        assertThatThrownBy(() -> submitters.resubmit(submitter, id, new ResubmitCase(3, null, null)))
                .isInstanceOf(AlreadyDecided.class);
    }

    @Test
    void aReturnedCaseCanBeTakenBack() {
        bench.flow(step("s1", Mode.ALL, null, first));
        long id = bench.submit(submitter, 7, "600000");
        decisions.giveBack(first, id, new ReturnCase(bench.task(id, first), 0, "No"));
        submitters.recall(submitter, id);
        assertThat(bench.state(id)).isEqualTo("RECALLED");
    }

    @Test
    void whenTheSubmitterHasLeftWhoLooksAfterAllCasesTakesItBack() {
        bench.flow(step("s1", Mode.ALL, null, first));
        long id = bench.submit(submitter, 7, "600000");
        Viewer administrator = accounts.administrator();
        assertThatThrownBy(() -> submitters.recall(administrator, id)).isInstanceOf(NotFound.class);
        jdbc.sql("update person set active = false where id = ?")
                .param(submitter.personId())
                .update();
        assertThatThrownBy(() -> submitters.recall(first, id)).isInstanceOf(NotFound.class);
        submitters.recall(administrator, id);
        assertThat(bench.state(id)).isEqualTo("RECALLED");
        assertThat(deals.locks).isEmpty();
    }

    /** Each of the two rights alone is not enough to take back what somebody who has left submitted: that case does not exist. */
    @Test
    void takingBackForWhoHasLeftNeedsBothRights() {
        bench.flow(step("s1", Mode.ALL, null, first));
        long id = bench.submit(submitter, 7, "600000");
        jdbc.sql("update person set active = false where id = ?")
                .param(submitter.personId())
                .update();
        Viewer reader = accounts.allowed("approval.case.view");
        Viewer author = accounts.allowed("approval.flow.manage");
        assertThatThrownBy(() -> submitters.recall(reader, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> submitters.recall(author, id)).isInstanceOf(NotFound.class);
        assertThat(bench.state(id)).isEqualTo("RUNNING");
        assertThat(deals.locks).containsEntry(7L, id);
        submitters.recall(accounts.allowed("approval.case.view", "approval.flow.manage"), id);
        assertThat(bench.state(id)).isEqualTo("RECALLED");
    }

    @Test
    void whoDelegatesIsReplacedAndCanGetItBack() {
        bench.flow(step("s1", Mode.ALL, null, first, second));
        long id = bench.submit(submitter, 7, "600000");
        long task = bench.task(id, first);
        refused("approval.error.submitter", () -> delegate(id, first, submitter));
        refused("approval.error.inStep", () -> delegate(id, first, second));
        jdbc.sql("update person set active = false where id = ?")
                .param(third.personId())
                .update();
        refused("approval.error.left", () -> delegate(id, first, third));
        jdbc.sql("update person set active = true where id = ?")
                .param(third.personId())
                .update();

        delegate(id, first, third);
        assertThat(bench.told(third)).containsExactly("approval.notice.delegated");
        assertThatThrownBy(() -> decisions.approve(first, id, new ApproveCase(task, 0, null)))
                .as("it is not theirs any more")
                .isInstanceOf(AlreadyDecided.class);
        refused("approval.error.delegatedOnce", () -> delegate(id, third, accounts.nobody()));
        delegate(id, third, first);
        delegate(id, first, third);
        approve(id, third);
        assertThat(jdbc.sql("select person_id || '>' || for_person_id from approval_trail where kind = 'APPROVED'")
                        .query(String.class)
                        .single())
                .isEqualTo(third.personId() + ">" + first.personId());
        approve(id, second);
        assertThat(bench.state(id)).isEqualTo("APPROVED");
        assertThat(bench.trail(id)).contains("DELEGATED", "GIVEN_BACK");
    }

    @Test
    void oneMoreIsWaitedForAtTheSameTime() {
        bench.flow(step("s1", Mode.ALL, null, first, second));
        long id = bench.submit(submitter, 7, "600000");
        add(id, first, third);
        assertThat(bench.open(id)).containsExactly(first.personId(), third.personId(), second.personId());
        assertThat(bench.told(third)).containsExactly("approval.notice.added");
        refused("approval.error.inStep", () -> add(id, second, third));
        approve(id, first);
        approve(id, second);
        assertThat(bench.state(id)).isEqualTo("RUNNING");
        approve(id, third);
        assertThat(bench.state(id)).isEqualTo("APPROVED");
        assertThat(bench.count("act_ru_execution")).isZero();
    }

    @Test
    void inASequenceOneMoreComesNext() {
        bench.flow(step("s1", Mode.IN_SEQUENCE, null, first, second));
        long id = bench.submit(submitter, 7, "600000");
        add(id, first, third);
        assertThat(bench.open(id)).containsExactly(first.personId());
        assertThat(bench.told(third)).isEmpty();
        approve(id, first);
        assertThat(bench.open(id)).containsExactly(third.personId());
        assertThat(bench.told(third)).containsExactly("approval.notice.askedAmount");
        approve(id, third);
        assertThat(bench.open(id)).containsExactly(second.personId());
        approve(id, second);
        assertThat(bench.state(id)).isEqualTo("APPROVED");
    }

    @Test
    void aShareIsCountedWithWhomWasAdded() {
        bench.flow(step("s1", Mode.PERCENTAGE, null, first));
        long id = bench.submit(submitter, 7, "600000");
        add(id, first, second);
        add(id, first, third);
        approve(id, second);
        assertThat(bench.state(id)).as("60 % of three are two").isEqualTo("RUNNING");
        approve(id, third);
        assertThat(bench.state(id)).isEqualTo("APPROVED");
    }

    @Test
    void whatCanNotBeDoneEndsAsFailedAndTheDecisionStays() {
        bench.flow(step("s1", Mode.ALL, null, first, second));
        long id = bench.submit(submitter, 7, "600000");
        approve(id, first);
        deals.failure = new NotAllowed("stage", "approval.error.gone");
        approve(id, second);
        assertThat(bench.state(id)).isEqualTo("FAILED");
        assertThat(jdbc.sql("select failure from approval_case")
                        .query(String.class)
                        .single())
                .isEqualTo("approval.error.gone");
        assertThat(bench.trail(id)).containsExactly("SUBMITTED", "ASKED", "ASKED", "APPROVED", "APPROVED", "FAILED");
        assertThat(deals.locks).isEmpty();
        assertThat(deals.done).isEmpty();
        assertThat(bench.count("approval_release")).isZero();
        assertThat(bench.count("act_ru_execution")).isZero();
        assertThat(bench.told(submitter)).containsExactly("approval.notice.failed");
        assertThat(bench.told(first)).endsWith("approval.notice.failedToApprover");
        assertThat(bench.told(second)).endsWith("approval.notice.failedToApprover");
        deals.failure = null;
        assertThat(bench.submit(submitter, 7, "600000"))
                .as("can be submitted again")
                .isNotEqualTo(id);
    }

    @Test
    void whatNobodyForesawHasANumber() {
        bench.flow(step("s1", Mode.ALL, null, first));
        long id = bench.submit(submitter, 7, "600000");
        deals.failure = new IllegalStateException("the stage is gone");
        approve(id, first);
        assertThat(bench.state(id)).isEqualTo("FAILED");
        assertThat(jdbc.sql("select failure from approval_case")
                        .query(String.class)
                        .single())
                .matches("approval\\.failure\\.unexpected [0-9a-f]{8}");
    }

    @Test
    void whatATimerApprovesCanFailAsWell() {
        bench.flow(step("s1", Mode.ALL, new TimeLimit(24, TimeLimit.Outcome.APPROVE, null), first));
        long id = bench.submit(submitter, 7, "600000");
        deals.failure = new NotAllowed("stage", "approval.error.gone");
        clock.pass(Duration.ofHours(24));
        assertThatThrownBy(timers::fire).hasStackTraceContaining(CarryOutFailed.class.getName());
        assertThat(bench.state(id)).isEqualTo("RUNNING");
        clock.pass(Duration.ofMinutes(5));
        timers.fire();
        assertThat(bench.state(id)).isEqualTo("FAILED");
        assertThat(bench.trail(id)).containsExactly("SUBMITTED", "ASKED", "EXPIRED", "FAILED");
    }

    @Test
    void ofRecallAndDecisionAtOneInstantOneWins() throws Exception {
        for (int attempt = 0; attempt < 5; attempt++) {
            if (attempt == 0) {
                bench.flow(step("s1", Mode.ALL, null, first));
            }
            long id = bench.submit(submitter, 10 + attempt, "600000");
            long task = bench.task(id, first);
            int done = deals.done.size();
            AtomicInteger late = new AtomicInteger();
            CyclicBarrier together = new CyclicBarrier(2);
            Thread recall = both(together, late, () -> submitters.recall(submitter, id));
            Thread yes = both(together, late, () -> decisions.approve(first, id, new ApproveCase(task, 0, null)));
            recall.join();
            yes.join();
            assertThat(late).hasValue(1);
            assertThat(bench.state(id)).isIn("APPROVED", "RECALLED");
            assertThat(deals.done).hasSize(done + (bench.state(id).equals("APPROVED") ? 1 : 0));
        }
    }

    @Test
    void aRejectionSaysWhy() {
        bench.flow(step("s1", Mode.ALL, null, first));
        long id = bench.submit(submitter, 7, "600000");
        long task = bench.task(id, first);
        refused("approval.error.reason", () -> decisions.decide(first, task, new Decide(false, " ")));
        decisions.reject(first, id, new RejectCase(task, 0, "Too cheap"));
        assertThat(bench.state(id)).isEqualTo("REJECTED");
        assertThat(bench.told(submitter)).containsExactly("approval.notice.rejectedBy");
        assertThat(jdbc.sql("select arguments::text from notice where person_id = ?")
                        .param(submitter.personId())
                        .query(String.class)
                        .single())
                .contains(first.name(), "Too cheap");
    }

    @Test
    void whoIsLateIsRemindedAndAReminderOfTheLimitsInstantIsNoHarm() {
        Step step = new Step(
                "s1",
                "Slow",
                ConditionGroup.ALWAYS,
                Approvers.people(first.personId()),
                Mode.ALL,
                0,
                12,
                new TimeLimit(24, TimeLimit.Outcome.ESCALATE, second.personId()));
        bench.flow(step);
        long id = bench.submit(submitter, 7, "600000");
        clock.pass(Duration.ofHours(12));
        timers.fire();
        assertThat(bench.told(first)).containsExactly("approval.notice.askedAmount", "approval.notice.reminded");
        clock.pass(Duration.ofHours(12));
        timers.fire();
        assertThat(bench.open(id)).containsExactly(second.personId());
        assertThat(bench.told(second)).containsExactly("approval.notice.escalated");
        clock.pass(Duration.ofHours(12));
        timers.fire();
        assertThat(bench.told(second)).endsWith("approval.notice.reminded");
        approve(id, second);
        assertThat(bench.state(id)).isEqualTo("APPROVED");
        assertThat(bench.count("act_ru_timer_job")).isZero();
    }

    @Test
    void ofTwoSuperiorsOfASequenceTheFirstToSaySomethingDecides() {
        long north = accounts.team("North", null);
        long south = accounts.team("South", null);
        accounts.manager(north);
        Viewer manager = accounts.manager(south);
        Viewer late = accounts.representative(north);
        Viewer alsoLate = accounts.representative(south);
        bench.flow(step("s1", Mode.IN_SEQUENCE, new TimeLimit(24, TimeLimit.Outcome.ESCALATE, null), late, alsoLate));
        long id = bench.submit(submitter, 7, "600000");
        clock.pass(Duration.ofHours(24));
        timers.fire();
        // the second of the sequence was not asked yet, so only the first one's superior is
        assertThat(bench.open(id)).hasSize(1).doesNotContain(manager.personId());
    }

    @Test
    void approversAreChosenAndOnlyFromThoseWhoMayBe() {
        long role = jdbc.sql("select r.id from role r join person_role p on p.role_id = r.id where p.person_id = ?")
                .param(first.personId())
                .query(Long.class)
                .single();
        Viewer stranger = accounts.marketingManager();
        bench.flow(new Step(
                "s1",
                "Chosen",
                ConditionGroup.ALWAYS,
                new Approvers(ApproverKind.CHOICE, List.of(role), false, 0),
                Mode.ALL,
                0,
                null,
                null));
        refused("approval.error.chooseSomebody", () -> bench.submit(submitter, 7, "600000"));
        refused("approval.error.notToChoose", () -> choose(stranger));
        refused("approval.error.submitter", () -> choose(submitter));
        assertThat(bench.count("approval_case")).isZero();
        assertThat(bench.open(choose(second))).containsExactly(second.personId());
    }

    private long choose(Viewer person) {
        return bench.submit(submitter, 7, "600000", Map.of("s1", List.of(person.personId()), "s9", List.of(1L)));
    }

    private void approve(long id, Viewer person) {
        decisions.approve(person, id, new ApproveCase(bench.task(id, person), bench.version(id), null));
    }

    private void delegate(long id, Viewer from, Viewer to) {
        standIns.delegate(from, id, new DelegateTask(bench.task(id, from), 0, to.personId(), "Please"));
    }

    private void add(long id, Viewer by, Viewer added) {
        standIns.add(by, id, new AddApprover(bench.task(id, by), 0, added.personId(), "Have a look"));
    }

    private static void refused(String key, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private static Thread both(CyclicBarrier together, AtomicInteger late, Runnable deed) {
        Thread thread = new Thread(() -> {
            try {
                together.await(10, TimeUnit.SECONDS);
                deed.run();
            } catch (AlreadyDecided e) {
                late.incrementAndGet();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }
}

package org.triviumcrm.approval.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.EdgeRules.Absent;
import org.triviumcrm.approval.definition.EdgeRules.NobodyFound;
import org.triviumcrm.approval.definition.EdgeRules.SamePerson;
import org.triviumcrm.approval.definition.EdgeRules.Submitter;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.approval.engine.Timers;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SetClock;

/** The time is over, and nobody is above who could be asked: waiting decides nothing. */
@CommittingTest
@Import({Timers.class, CaseBench.class, CaseBench.Deals.class})
class NobodyAboveTests {

    private static final TimeLimit UP = new TimeLimit(24, TimeLimit.Outcome.ESCALATE, null);

    @Autowired
    DecisionService decisions;

    @Autowired
    StandInService standIns;

    @Autowired
    Replacements replacements;

    @Autowired
    CaseBench bench;

    @Autowired
    TestSubject deals;

    @Autowired
    Timers timers;

    @Autowired
    SetClock clock;

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    private Viewer submitter;
    private Viewer first;
    private Viewer second;
    private Viewer third;
    private Viewer administrator;

    @BeforeEach
    void people() {
        deals.clear();
        submitter = accounts.representative(null);
        first = accounts.representative(null);
        second = accounts.representative(null);
        third = accounts.representative(null);
        administrator = accounts.administrator();
    }

    @ParameterizedTest
    @EnumSource(
            value = NobodyFound.class,
            names = {"SKIP", "REJECT"})
    void itStaysWithWhoIsLateWhateverTheFlowSaysForWhenNobodyIsFound(NobodyFound rule) throws Exception {
        bench.flow(
                new EdgeRules(rule, null, Submitter.SUPERIOR, SamePerson.COUNTS, Absent.DEPUTY),
                CaseBench.step("s1", Mode.ALL, UP, first));
        long id = bench.submit(submitter, 7, "600000");
        long task = bench.task(id, first);
        late();
        assertThat(bench.state(id)).isEqualTo("RUNNING");
        assertThat(bench.task(id, first)).as("the very same").isEqualTo(task);
        assertThat(bench.trail(id)).containsExactly("SUBMITTED", "ASKED", "EXPIRED", "NOBODY_ABOVE");
        assertThat(bench.told(first)).containsExactly("approval.notice.askedAmount", "approval.notice.reminded");
        assertThat(bench.told(administrator)).containsExactly("approval.notice.nobodyAbove");
        assertThat(page("/approvals/stuck")).contains(first.name() + " has not decided in time, and nobody is above");
        assertThat(page("/approvals/cases/" + id))
                .contains("Nobody is above those who were asked, so it stays with them")
                .doesNotContain("??approval", "escalated");

        decisions.decide(first, task, new Decide(true, null));
        assertThat(bench.state(id)).isEqualTo("APPROVED");
        assertThat(page("/approvals/stuck")).contains("Nothing is stuck");
    }

    @Test
    void theStepIsDecidedAsBeforeAndWhatWasSaidInTimeStillCounts() {
        bench.flow(CaseBench.step("s1", Mode.ALL, UP, first, second, third));
        long id = bench.submit(submitter, 7, "600000");
        decisions.decide(first, bench.task(id, first), new Decide(true, null));
        late();
        assertThat(bench.open(id)).containsExactly(second.personId(), third.personId());
        decisions.decide(second, bench.task(id, second), new Decide(true, null));
        assertThat(bench.state(id)).as("all of them decide, not any one").isEqualTo("RUNNING");
        decisions.decide(third, bench.task(id, third), new Decide(true, null));
        assertThat(bench.state(id)).isEqualTo("APPROVED");
        assertThat(bench.count("act_ru_execution")).isZero();
    }

    @Test
    void inASequenceTheTurnStillComesAndOneMoreCanBeAsked() {
        bench.flow(CaseBench.step("s1", Mode.IN_SEQUENCE, UP, first, second));
        long id = bench.submit(submitter, 7, "600000");
        late();
        assertThat(bench.open(id)).containsExactly(first.personId());
        standIns.add(first, id, new AddApprover(bench.task(id, first), bench.version(id), third.personId(), "Look"));
        for (Viewer person : List.of(first, third, second)) {
            assertThat(bench.open(id)).containsExactly(person.personId());
            decisions.decide(person, bench.task(id, person), new Decide(true, null));
        }
        assertThat(bench.state(id)).isEqualTo("APPROVED");
    }

    @Test
    void whoeverIsAskedInsteadIsNotStuckAnyMore() throws Exception {
        bench.flow(CaseBench.step("s1", Mode.ANY_ONE, UP, first));
        long id = bench.submit(submitter, 7, "600000");
        late();
        replacements.byHand(administrator.personId(), bench.task(id, first), second.personId(), null);
        assertThat(page("/approvals/stuck")).contains("Nothing is stuck");
        decisions.decide(second, bench.task(id, second), new Decide(false, "No"));
        assertThat(bench.state(id)).isEqualTo("REJECTED");
    }

    private void late() {
        clock.pass(Duration.ofHours(24));
        timers.fire();
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(address).with(signedIn(administrator)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}

package org.triviumcrm.approval.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.triviumcrm.approval.dossier.CaseBench.step;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.Requirement;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.engine.Timers;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** What a new version of a flow changes for records that have passed an earlier one. */
@CommittingTest
@Import({Timers.class, CaseBench.class, CaseBench.Deals.class})
class LaterVersionsTests {

    @Autowired
    ApprovalGate gate;

    @Autowired
    DecisionService decisions;

    @Autowired
    CaseBench bench;

    @Autowired
    TestSubject deals;

    @Autowired
    CaseRepository cases;

    @Autowired
    Accounts accounts;

    private Viewer seller;
    private Viewer boss;
    private Step step;
    private Instant passed;
    private Instant later;

    @BeforeEach
    void aFlowAboveHalfAMillion() {
        deals.clear();
        seller = accounts.representative(null);
        boss = accounts.representative(null);
        step = step("s1", Mode.ANY_ONE, null, boss);
        bench.flow(step);
        passed = Instant.now().plus(Duration.ofMinutes(1));
        later = passed.plus(Duration.ofMinutes(1));
    }

    @Test
    void doNotLetThroughWhatTheEarlierOneWouldNotHave() {
        bench.newVersion(later, atLeast("500000"), step);
        assertThat(needsAgain(1, "400000")).isFalse();
        assertThat(needsAgain(1, "700000"))
                .as("entered small and raised afterwards, under either version")
                .isTrue();
    }

    @Test
    void doNotAskForWhatPassedWhenNobodyAskedForIt() {
        bench.newVersion(later, atLeast("300000"), step);
        assertThat(needsAgain(1, "400000")).isFalse();
        assertThat(gate.requirement(seller, proposal(1, "400000")))
                .as("of what comes now it is asked")
                .isPresent();
    }

    @Test
    void askNoMoreForWhatTheyDoNotAskFor() {
        bench.newVersion(later, atLeast("800000"), step);
        assertThat(needsAgain(1, "700000")).isFalse();
        assertThat(needsAgain(1, "900000")).isTrue();
    }

    @Test
    void leaveWhatWasApprovedApproved() {
        long caseId = bench.submit(seller, 1, "600000");
        decisions.decide(boss, bench.task(caseId, boss), new Decide(true, "Fine with me"));
        gate.redeem(cases.find(caseId).orElseThrow().ref());
        assertThat(needsAgain(1, "600000")).isFalse();

        // looks at the note as well, which the approval's fingerprint does not have
        bench.newVersion(
                later,
                ConditionGroup.any(
                        new Condition("amount", Comparison.AT_LEAST, "500000"),
                        new Condition("note", Comparison.CONTAINS, "urgent")),
                step);
        assertThat(needsAgain(1, "600000")).isFalse();
        assertThat(needsAgain(1, "650000"))
                .as("another amount was not approved")
                .isTrue();
    }

    @Test
    void beganWhenTheFlowWasSwitchedOn() {
        Instant first = since();
        bench.newVersion(later, atLeast("500000"), step);
        assertThat(since()).isEqualTo(first);
    }

    private Instant since() {
        return gate.requirement(seller, proposal(1, "900000"))
                .map(Requirement::since)
                .orElseThrow();
    }

    private boolean needsAgain(long record, String amount) {
        return gate.passAgain(Map.of(proposal(record, amount), passed)).containsKey(record);
    }

    private Proposal proposal(long record, String amount) {
        return new Proposal("deal", deals.worth(record, amount), "WIN", null);
    }

    private static ConditionGroup atLeast(String amount) {
        return ConditionGroup.all(new Condition("amount", Comparison.AT_LEAST, amount));
    }
}

package org.triviumcrm.approval.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.EdgeRules.Absent;
import org.triviumcrm.approval.definition.EdgeRules.NobodyFound;
import org.triviumcrm.approval.definition.EdgeRules.SamePerson;
import org.triviumcrm.approval.definition.EdgeRules.Submitter;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.approval.rule.FlowProblems.Kind;
import org.triviumcrm.approval.rule.FlowProblems.Problem;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.ConditionProblems;
import org.triviumcrm.shared.condition.FieldKind;
import tools.jackson.databind.json.JsonMapper;

class FlowProblemsTests {

    private static final long PERSON = 1;
    private static final long GONE = 2;
    private static final long ROLE = 3;
    private static final long EMPTY_ROLE = 4;
    private static final Step GOOD = step(Approvers.people(PERSON), Mode.ALL, 0, 24, limit(48, null));

    private final SampleStaff staff = new SampleStaff();
    private final FlowProblems problems = new FlowProblems(Map.of("amount", FieldKind.MONEY), staff);

    @BeforeEach
    void people() {
        staff.left.add(GONE);
        staff.holders.put(ROLE, List.of(PERSON));
        staff.holders.put(EMPTY_ROLE, List.of(GONE));
    }

    @Test
    void aFlowThatIsWellHasNone() {
        for (Approvers approvers : List.of(
                Approvers.people(PERSON),
                Approvers.roles(ROLE, EMPTY_ROLE),
                Approvers.teamManager(),
                Approvers.superior(2),
                Approvers.choice(),
                new Approvers(ApproverKind.CHOICE, List.of(ROLE), false, 0))) {
            assertThat(kinds(step(approvers, Mode.PERCENTAGE, 100, 1, limit(2, PERSON))))
                    .isEmpty();
        }
    }

    @Test
    void namesWhatIsWrongWithAStep() {
        assertThat(kinds(step(Approvers.people(), Mode.ALL, 0, null, null))).containsExactly(Kind.APPROVERS_MISSING);
        assertThat(kinds(step(Approvers.roles(), Mode.ALL, 0, null, null))).containsExactly(Kind.APPROVERS_MISSING);
        assertThat(kinds(step(Approvers.people(PERSON, GONE), Mode.ALL, 0, null, null)))
                .containsExactly(Kind.APPROVER_LEFT);
        assertThat(kinds(step(Approvers.roles(EMPTY_ROLE), Mode.ALL, 0, null, null)))
                .containsExactly(Kind.ROLE_EMPTY);
        assertThat(kinds(
                        step(new Approvers(ApproverKind.TEAM_MANAGER, List.of(7L), false, 0), Mode.ALL, 0, null, null)))
                .containsExactly(Kind.TEAM_UNMANAGED);
        staff.inCharge.put(7L, List.of(PERSON));
        assertThat(kinds(
                        step(new Approvers(ApproverKind.TEAM_MANAGER, List.of(7L), false, 0), Mode.ALL, 0, null, null)))
                .isEmpty();
        assertThat(kinds(step(Approvers.superior(0), Mode.ALL, 0, null, null))).containsExactly(Kind.LEVEL);
        assertThat(kinds(step(Approvers.choice(), Mode.PERCENTAGE, 0, null, null)))
                .containsExactly(Kind.PERCENT);
        assertThat(kinds(step(Approvers.choice(), Mode.PERCENTAGE, 101, null, null)))
                .containsExactly(Kind.PERCENT);
        assertThat(kinds(step(Approvers.choice(), Mode.ALL, 0, 0, null))).containsExactly(Kind.REMINDER);
        assertThat(kinds(step(Approvers.choice(), Mode.ALL, 0, 48, limit(48, null))))
                .containsExactly(Kind.REMINDER_TOO_LATE);
        assertThat(kinds(step(Approvers.choice(), Mode.ALL, 0, null, limit(0, null))))
                .containsExactly(Kind.LIMIT);
        assertThat(kinds(step(Approvers.choice(), Mode.ALL, 0, null, limit(1, GONE))))
                .containsExactly(Kind.ESCALATION_LEFT);
        assertThat(kinds(new Step("s1", " ", ConditionGroup.ALWAYS, Approvers.choice(), Mode.ALL, 0, null, null)))
                .containsExactly(Kind.NAME_MISSING);
    }

    @Test
    void namesWhatIsWrongWithTheFlow() {
        assertThat(problems.of(FlowDefinition.EMPTY)).containsExactly(new Problem(Kind.NO_STEPS, null, null));
        assertThat(problems.of(new FlowDefinition(ConditionGroup.ALWAYS, List.of(GOOD, GOOD), EdgeRules.USUAL)))
                .containsExactly(new Problem(Kind.KEY_TWICE, "s1", null));
        Condition wrong = new Condition("amount", Comparison.AT_LEAST, "much");
        assertThat(problems.of(new FlowDefinition(ConditionGroup.all(wrong), List.of(GOOD), EdgeRules.USUAL)))
                .containsExactly(new Problem(
                        Kind.CONDITION,
                        null,
                        new ConditionProblems.Problem(ConditionProblems.Kind.VALUE_UNREADABLE, wrong)));
        assertThat(problems.of(new FlowDefinition(ConditionGroup.ALWAYS, List.of(GOOD), fallback(null))))
                .containsExactly(new Problem(Kind.FALLBACK, null, null));
        assertThat(problems.of(new FlowDefinition(ConditionGroup.ALWAYS, List.of(GOOD), fallback(GONE))))
                .containsExactly(new Problem(Kind.FALLBACK, null, null));
        assertThat(problems.of(new FlowDefinition(ConditionGroup.ALWAYS, List.of(GOOD), fallback(PERSON))))
                .isEmpty();
    }

    /** The superiors of those who are asked: as far as they are known beforehand. */
    @Test
    void warnsWhereNobodyIsAboveWhoIsAsked() {
        staff.above.put(5L, List.of(PERSON));
        staff.holders.put(6L, List.of(PERSON, 5L));
        assertThat(warned(step(Approvers.people(PERSON), Mode.ALL, 0, null, limit(48, null))))
                .containsExactly(Kind.NOBODY_ABOVE);
        assertThat(warned(step(Approvers.roles(ROLE), Mode.ALL, 0, null, limit(48, null))))
                .containsExactly(Kind.NOBODY_ABOVE);
        assertThat(warned(step(Approvers.people(PERSON), Mode.ALL, 0, null, limit(48, 5L))))
                .isEmpty();
        assertThat(warned(step(Approvers.people(PERSON), Mode.ALL, 0, null, null)))
                .isEmpty();
        assertThat(warned(step(Approvers.roles(6L), Mode.ALL, 0, null, limit(48, null))))
                .isEmpty();
        assertThat(warned(step(Approvers.choice(), Mode.ALL, 0, null, limit(48, null))))
                .isEmpty();
    }

    private List<Kind> warned(Step step) {
        return problems.warnings(new FlowDefinition(ConditionGroup.ALWAYS, List.of(step), EdgeRules.USUAL)).stream()
                .map(Problem::kind)
                .toList();
    }

    /** As it is stored with its version. */
    @Test
    void aDefinitionIsReadAsItWasWritten() {
        FlowDefinition flow = new FlowDefinition(
                new ConditionGroup(
                        ConditionGroup.Joining.ANY,
                        List.of(new Condition("amount", Comparison.AT_LEAST, "500000")),
                        List.of(ConditionGroup.all(new Condition("text", Comparison.ONE_OF, "一", "b")))),
                List.of(
                        GOOD,
                        step(
                                new Approvers(ApproverKind.ROLE, List.of(ROLE), true, 0),
                                Mode.PERCENTAGE,
                                34,
                                null,
                                null)),
                fallback(PERSON));
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readValue(json.writeValueAsString(flow), FlowDefinition.class))
                .isEqualTo(flow);
    }

    private List<Kind> kinds(Step step) {
        return problems.of(new FlowDefinition(ConditionGroup.ALWAYS, List.of(step), EdgeRules.USUAL)).stream()
                .map(Problem::kind)
                .toList();
    }

    private static Step step(
            Approvers approvers, Mode mode, int percent, @Nullable Integer remind, @Nullable TimeLimit limit) {
        return new Step("s1", "Manager", ConditionGroup.ALWAYS, approvers, mode, percent, remind, limit);
    }

    private static TimeLimit limit(int hours, @Nullable Long to) {
        return new TimeLimit(hours, TimeLimit.Outcome.ESCALATE, to);
    }

    private static EdgeRules fallback(@Nullable Long person) {
        return new EdgeRules(NobodyFound.FALLBACK, person, Submitter.SUPERIOR, SamePerson.COUNTS, Absent.DEPUTY);
    }
}

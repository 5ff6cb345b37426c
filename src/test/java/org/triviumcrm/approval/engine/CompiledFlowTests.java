package org.triviumcrm.approval.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowable.task.api.TaskInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.approval.rule.StepVerdict;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SetClock;

/** Flows as administrators build them, run by the engine. */
@CommittingTest
@Import({Timers.class, CompiledFlowTests.Played.class})
class CompiledFlowTests {

    private static final long CASE = 815;
    private static final ConditionGroup LARGE =
            ConditionGroup.all(new Condition("amount", Comparison.AT_LEAST, "500000"));

    @Autowired
    Engine engine;

    @Autowired
    Script script;

    @Autowired
    Timers timers;

    @Autowired
    SetClock clock;

    @TestConfiguration(proxyBeanMethods = false)
    @Import(SetClock.Installed.class)
    static class Played {
        @Bean
        @Primary
        Script script() {
            return new Script();
        }
    }

    /** A case without a database: who is asked in which step, and what was said. */
    static final class Script implements CaseSteps {
        final Map<String, List<Long>> people = new HashMap<>();
        final Map<String, Opening> openings = new HashMap<>();
        final Map<String, List<Boolean>> said = new HashMap<>();
        final Map<String, Mode> modes = new HashMap<>();
        final Set<String> left = new HashSet<>();
        final List<String> notes = new ArrayList<>();

        @Override
        public boolean applies(long caseId, String step) {
            return !left.contains(step);
        }

        @Override
        public Opening open(long caseId, String step) {
            notes.add("open " + step);
            return openings.getOrDefault(step, Opening.ASKED);
        }

        @Override
        public List<Long> tasks(long caseId, String step) {
            return people.get(step);
        }

        @Override
        public boolean decided(long caseId, String step) {
            return verdict(step) != StepVerdict.OPEN;
        }

        @Override
        public boolean approved(long caseId, String step) {
            return verdict(step) == StepVerdict.APPROVED;
        }

        @Override
        public void remind(long caseId, String step) {
            notes.add("remind " + step);
        }

        @Override
        public void expire(long caseId, String step) {
            notes.add("expire " + step);
        }

        @Override
        public void finish(long caseId, boolean approved) {
            notes.add(approved ? "approved" : "rejected");
        }

        private StepVerdict verdict(String step) {
            return StepVerdict.of(
                    modes.getOrDefault(step, Mode.ALL),
                    50,
                    people.get(step).size(),
                    said.getOrDefault(step, List.of()));
        }
    }

    @BeforeEach
    void forget() {
        script.people.clear();
        script.openings.clear();
        script.said.clear();
        script.modes.clear();
        script.left.clear();
        script.notes.clear();
        script.people.put("s1", List.of(1L));
        script.people.put("s2", List.of(2L, 3L, 4L, 5L));
        script.people.put("s2_up", List.of(9L));
    }

    @Test
    void stepsFollowEachOtherAndThoseThatDoNotApplyArePassedOver() {
        String flow = deploy(step("s1", LARGE, Mode.ALL, null), step("s2", LARGE, Mode.ANY_ONE, null));
        script.modes.put("s2", Mode.ANY_ONE);
        String instance = engine.start(flow, CASE);
        say(instance, "s1", 1, true);
        assertThat(waiting(instance)).containsExactlyInAnyOrder("2", "3", "4", "5");
        say(instance, "s2", 4, true);
        assertThat(script.notes).containsExactly("open s1", "open s2", "approved");

        forget();
        script.left.addAll(List.of("s1", "s2"));
        engine.start(flow, CASE + 1);
        assertThat(script.notes).containsExactly("approved");
    }

    @Test
    void aRejectionEndsTheCaseAndWhatComesLaterIsNotAsked() {
        String instance = engine.start(deploy(step("s1", null), step("s2", null)), CASE);
        say(instance, "s1", 1, false);
        assertThat(script.notes).containsExactly("open s1", "rejected");
        assertThat(waiting(instance)).isEmpty();
    }

    @Test
    void nobodyFoundPassesOrRejects() {
        String flow = deploy(step("s1", null));
        script.openings.put("s1", CaseSteps.Opening.PASSED);
        engine.start(flow, CASE);
        script.openings.put("s1", CaseSteps.Opening.REJECTED);
        engine.start(flow, CASE + 1);
        assertThat(script.notes).containsExactly("open s1", "approved", "open s1", "rejected");
    }

    @Test
    void aShareIsEnoughAndInASequenceOneIsAskedAfterTheOther() {
        script.modes.put("s2", Mode.PERCENTAGE);
        String share = engine.start(deploy(step("s2", ConditionGroup.ALWAYS, Mode.PERCENTAGE, null)), CASE);
        say(share, "s2", 2, false);
        say(share, "s2", 5, true);
        assertThat(waiting(share)).containsExactlyInAnyOrder("3", "4");
        say(share, "s2", 3, true);
        assertThat(script.notes).containsExactly("open s2", "approved");

        forget();
        script.modes.put("s2", Mode.IN_SEQUENCE);
        String sequence = engine.start(deploy(step("s2", ConditionGroup.ALWAYS, Mode.IN_SEQUENCE, null)), CASE + 1);
        for (long person = 2; person <= 5; person++) {
            assertThat(waiting(sequence)).containsExactly(Long.toString(person));
            say(sequence, "s2", person, true);
        }
        assertThat(script.notes).containsExactly("open s2", "approved");
    }

    @Test
    void whatIsLateIsRemindedOfAndThenDecidedByTheLimit() {
        engine.start(deploy(step("s2", limit(TimeLimit.Outcome.APPROVE)), step("s1", null)), CASE);
        late();
        assertThat(script.notes).contains("remind s2", "expire s2").endsWith("open s1");

        forget();
        engine.start(deploy(step("s2", limit(TimeLimit.Outcome.REJECT)), step("s1", null)), CASE + 1);
        late();
        assertThat(script.notes).contains("expire s2").endsWith("rejected");
    }

    @Test
    void whatIsEscalatedIsDecidedFurtherUp() {
        String flow = deploy(step("s2", limit(TimeLimit.Outcome.ESCALATE)), step("s1", null));
        String instance = engine.start(flow, CASE);
        late();
        assertThat(waiting(instance)).containsExactly("9");
        pass(24);
        assertThat(script.notes).contains("expire s2", "open s2_up").endsWith("remind s2_up");
        say(instance, "s2_up", 9, true);
        assertThat(waiting(instance)).containsExactly("1");

        forget();
        script.openings.put("s2_up", CaseSteps.Opening.REJECTED);
        engine.start(flow, CASE + 1);
        late();
        assertThat(script.notes).endsWith("open s2_up", "rejected");
    }

    /** Until the limit, and to each reminder before it. */
    private void late() {
        pass(24);
        pass(24);
        pass(2);
    }

    private void pass(int hours) {
        clock.pass(Duration.ofHours(hours));
        timers.fire();
    }

    private void say(String instance, String step, long task, boolean approval) {
        script.said.computeIfAbsent(step, key -> new ArrayList<>()).add(approval);
        engine.decided(instance, task);
    }

    private List<String> waiting(String instance) {
        return engine.engine().getTaskService().createTaskQuery().processInstanceId(instance).list().stream()
                .map(TaskInfo::getAssignee)
                .toList();
    }

    private String deploy(Step... steps) {
        return engine.deploy(
                "flow-1", FlowCompiler.compile("flow-1", new FlowDefinition(LARGE, List.of(steps), EdgeRules.USUAL)));
    }

    private static TimeLimit limit(TimeLimit.Outcome outcome) {
        return new TimeLimit(50, outcome, null);
    }

    private static Step step(String key, @Nullable TimeLimit limit) {
        return step(key, ConditionGroup.ALWAYS, Mode.ALL, limit);
    }

    private static Step step(String key, ConditionGroup when, Mode mode, @Nullable TimeLimit limit) {
        Integer remind = limit == null ? null : 24;
        return new Step(key, "${1/0}", when, Approvers.people(1L), mode, 50, remind, limit);
    }
}

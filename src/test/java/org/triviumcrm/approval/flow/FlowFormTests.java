package org.triviumcrm.approval.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.springframework.validation.BeanPropertyBindingResult;
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
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.ConditionGroup.Joining;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.condition.Happening;

/** Whatever a flow says, its form says the same and gives it back. */
class FlowFormTests {

    private static final Map<String, ConditionField> FIELDS = fields();

    private static Map<String, ConditionField> fields() {
        Map<String, ConditionField> fields = new LinkedHashMap<>();
        for (FieldKind kind : FieldKind.values()) {
            fields.put(kind.name(), new ConditionField(kind.name(), kind.name(), kind, List::of));
        }
        return fields;
    }

    @Property(tries = 500)
    void theFormGivesBackWhatTheFlowSays(@ForAll("flows") FlowDefinition flow) {
        FlowForm form = FlowForm.of(flow, FIELDS, 9);
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "flowForm");
        form.check(FIELDS, errors);
        assertThat(errors.getAllErrors()).isEmpty();
        assertThat(form.read(FIELDS)).isEqualTo(flow);
        FlowRows.change(form, List.of("preview"), FIELDS);
        assertThat(form.read(FIELDS)).as("after the form came back once more").isEqualTo(flow);
    }

    @Property(tries = 200)
    void stepsThatChangePlacesStayTheSame(@ForAll("flows") FlowDefinition flow, @ForAll List<Integer> moves) {
        FlowForm form = FlowForm.of(flow, FIELDS, 9);
        for (int move : moves) {
            FlowRows.change(
                    form,
                    List.of((move % 2 == 0 ? "stepUp steps " : "stepDown steps ") + Math.floorMod(move, 7)),
                    FIELDS);
        }
        assertThat(form.read(FIELDS).steps()).containsExactlyInAnyOrderElementsOf(flow.steps());
    }

    @Example
    void keysAreNeverUsedAgain() {
        FlowForm form = FlowForm.of(FlowDefinition.EMPTY, FIELDS, 4);
        FlowRows.change(form, List.of("addStep"), FIELDS);
        FlowRows.change(form, List.of("removeStep steps 0"), FIELDS);
        FlowRows.change(form, List.of("addStep"), FIELDS);
        assertThat(form.getSteps()).extracting(StepForm::getKey).containsExactly("s6");
        form.getSteps().get(0).setKey("x' or 1");
        assertThat(FlowService.withNewKeys(form.read(FIELDS), List.of()).steps())
                .extracting(Step::key)
                .containsExactly("s1");
    }

    @Property(tries = 200)
    void whatWasPressedBeforeTheAnswerMeansTheRowsThatWereSeen(
            @ForAll("flows") FlowDefinition flow, @ForAll Set<@IntRange(max = 5) Integer> removed) {
        FlowForm form = FlowForm.of(flow, FIELDS, 9);
        List<String> left = IntStream.range(0, form.getSteps().size())
                .filter(row -> !removed.contains(row))
                .mapToObj(row -> form.getSteps().get(row).getKey())
                .collect(Collectors.toList());
        left.add("s10");
        List<String> acts = new ArrayList<>(List.of("addStep"));
        removed.forEach(row -> acts.addAll(List.of("removeStep steps " + row, "removeStep steps " + row)));
        FlowRows.change(form, acts, FIELDS);
        assertThat(form.getSteps()).extracting(StepForm::getKey).isEqualTo(left);
    }

    @Provide
    Arbitrary<FlowDefinition> flows() {
        Arbitrary<EdgeRules> edges = Combinators.combine(
                        Arbitraries.of(NobodyFound.class),
                        Arbitraries.longs().between(1, 99),
                        Arbitraries.of(Submitter.class),
                        Arbitraries.of(SamePerson.class),
                        Arbitraries.of(Absent.class))
                .as((nobody, person, submitter, same, absent) ->
                        new EdgeRules(nobody, nobody == NobodyFound.FALLBACK ? person : null, submitter, same, absent));
        return Combinators.combine(groups(2), steps().list().ofMaxSize(4), edges)
                .as((when, steps, rules) -> new FlowDefinition(when, numbered(steps), rules));
    }

    private static List<Step> numbered(List<Step> steps) {
        List<Step> numbered = new ArrayList<>();
        for (Step step : steps) {
            numbered.add(step.named("s" + (numbered.size() + 1)));
        }
        return numbered;
    }

    private Arbitrary<Step> steps() {
        Arbitrary<TimeLimit> limits = Combinators.combine(
                        Arbitraries.integers().between(1, 500),
                        Arbitraries.of(TimeLimit.Outcome.class),
                        Arbitraries.longs().between(1, 99).injectNull(0.5))
                .as((hours, outcome, person) ->
                        new TimeLimit(hours, outcome, outcome == TimeLimit.Outcome.ESCALATE ? person : null));
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofMaxLength(20),
                        groups(1),
                        approvers(),
                        Arbitraries.of(Mode.class),
                        Arbitraries.integers().between(1, 100),
                        Arbitraries.integers().between(1, 500).injectNull(0.3),
                        limits.injectNull(0.3))
                .as((name, when, approvers, mode, percent, remind, limit) ->
                        new Step("s1", name, when, approvers, mode, percent, remind, limit));
    }

    private Arbitrary<Approvers> approvers() {
        return Combinators.combine(
                        Arbitraries.of(ApproverKind.class),
                        Arbitraries.longs()
                                .between(1, 99)
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 9))
                .as((kind, ids, inLine, level) -> new Approvers(
                        kind,
                        kind == ApproverKind.SUPERIOR ? List.of() : ids,
                        inLine && (kind == ApproverKind.ROLE || kind == ApproverKind.CHOICE),
                        kind == ApproverKind.SUPERIOR ? level : 0));
    }

    private Arbitrary<ConditionGroup> groups(int depth) {
        Arbitrary<List<ConditionGroup>> inner = depth == 0
                ? Arbitraries.just(List.of())
                : groups(depth - 1).list().ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.of(Joining.class), conditions().list().ofMaxSize(3), inner)
                .as(ConditionGroup::new);
    }

    private Arbitrary<Condition> conditions() {
        return Arbitraries.of(FieldKind.class)
                .flatMap(kind -> Arbitraries.of(Comparison.of(kind))
                        .flatMap(comparison -> values(kind)
                                .list()
                                .uniqueElements()
                                .ofMinSize(comparison.needed())
                                .ofMaxSize(comparison.takesMany() ? 3 : comparison.needed())
                                .flatMap(values -> happenings(kind)
                                        .map(happening -> new Condition(kind.name(), comparison, values, happening)))));
    }

    private static Arbitrary<Happening> happenings(FieldKind kind) {
        return kind == FieldKind.EVENTS
                ? Arbitraries.of("", "1", "90").map(days -> new Happening("", days))
                : Arbitraries.just(null);
    }

    private Arbitrary<String> values(FieldKind kind) {
        return switch (kind) {
            case MONEY, NUMBER, PERCENT ->
                Arbitraries.bigDecimals()
                        .between(BigDecimal.valueOf(-9_999_999), BigDecimal.valueOf(99_999_999))
                        .ofScale(2)
                        .map(number -> number.stripTrailingZeros().toPlainString());
            case DATE -> Arbitraries.integers().between(10, 28).map(day -> "2026-11-" + day);
            case TEXT -> Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(9);
            case SEVERAL -> Arbitraries.of("7", "12");
            case CHOICE -> Arbitraries.of("N", "S, or so", "West");
            case TREE, TEAM, PERSON, RECORD ->
                Arbitraries.integers().between(1, 99).map(String::valueOf);
            case BOOLEAN -> Arbitraries.of("true", "false");
            case EVENTS -> Arbitraries.integers().between(0, 99).map(String::valueOf);
        };
    }
}

package org.triviumcrm.approval.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Step;

/**
 * What is different between two versions of a flow, in words: the flow itself first, then step by step. Steps are the same
 * when they have the same key, whatever they are called and wherever they stand.
 */
public record FlowDifference(List<Part> parts) {

    /** What became of a part. */
    public enum Change {
        CHANGED,
        ADDED,
        REMOVED
    }

    /**
     * The flow itself, or a step.
     *
     * @param name of the step; null for the flow
     */
    public record Part(@Nullable String name, Change change, List<Line> lines) {}

    /**
     * One field.
     *
     * @param label message key
     * @param before null when there was nothing
     * @param after null when there is nothing
     */
    public record Line(
            String label, @Nullable String before, @Nullable String after) {}

    /** @param words that know the names of both */
    public static FlowDifference of(FlowDefinition before, FlowDefinition after, FlowWords.Words words) {
        List<Part> parts = new ArrayList<>();
        List<Line> whole = lines(whole(before, words), whole(after, words));
        if (!whole.isEmpty()) {
            parts.add(new Part(null, Change.CHANGED, whole));
        }
        for (Step step : after.steps()) {
            Step was = before.step(step.key()).orElse(null);
            List<Line> lines =
                    lines(was == null ? Map.of() : step(was, before, after, words), step(step, after, before, words));
            if (was == null) {
                parts.add(new Part(step.name(), Change.ADDED, lines));
            } else if (!lines.isEmpty()) {
                parts.add(new Part(step.name(), Change.CHANGED, lines));
            }
        }
        for (Step step : before.steps()) {
            if (after.step(step.key()).isEmpty()) {
                parts.add(new Part(step.name(), Change.REMOVED, lines(step(step, before, after, words), Map.of())));
            }
        }
        return new FlowDifference(List.copyOf(parts));
    }

    private static List<Line> lines(Map<String, String> before, Map<String, String> after) {
        List<Line> lines = new ArrayList<>();
        Map<String, String> all = new LinkedHashMap<>(after);
        before.forEach(all::putIfAbsent);
        all.keySet().forEach(label -> {
            if (!Objects.equals(before.get(label), after.get(label))) {
                lines.add(new Line(label, before.get(label), after.get(label)));
            }
        });
        return lines;
    }

    private static Map<String, String> whole(FlowDefinition flow, FlowWords.Words words) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("approval.flow.when", words.conditions().of(flow.when()));
        List<String> edges = words.edges(flow.edges());
        said.put("approval.edge.nobody", edges.get(0));
        said.put("approval.edge.submitter", edges.get(1));
        said.put("approval.edge.same", edges.get(2));
        said.put("approval.edge.absent", edges.get(3));
        return said;
    }

    /** The place counts among the steps that both have: one that is added moves no other. */
    private static Map<String, String> step(
            Step step, FlowDefinition flow, FlowDefinition other, FlowWords.Words words) {
        Map<String, String> said = new LinkedHashMap<>();
        List<String> common = flow.steps().stream()
                .map(Step::key)
                .filter(key -> other.step(key).isPresent())
                .toList();
        said.put("approval.flow.step.name", step.name());
        if (common.contains(step.key())) {
            said.put("approval.flow.step.place", String.valueOf(common.indexOf(step.key()) + 1));
        }
        said.put("approval.flow.step.approvers", words.asked(step));
        if (!step.when().holdsAlways()) {
            said.put("approval.flow.step.when", words.conditions().of(step.when()));
        }
        Integer remind = step.remindAfterHours();
        if (remind != null) {
            said.put("approval.flow.step.remind", words.duration(remind));
        }
        if (step.limit() != null) {
            said.put("approval.flow.step.limit", words.after(step.limit()));
        }
        return said;
    }
}

package org.triviumcrm.approval.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.triviumcrm.shared.condition.ConditionGroup;

/**
 * One version of a flow as a whole. Never changed once the version is active: cases finish on what they began with.
 *
 * @param when to which records it applies
 * @param steps in the order in which they are asked
 */
public record FlowDefinition(ConditionGroup when, List<Step> steps, EdgeRules edges) {

    /** A flow at its beginning: applies always and asks nobody yet. */
    public static final FlowDefinition EMPTY = new FlowDefinition(ConditionGroup.ALWAYS, List.of(), EdgeRules.USUAL);

    public FlowDefinition {
        steps = List.copyOf(steps);
    }

    public Optional<Step> step(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /** Keys of all fields that the flow's conditions or those of its steps look at. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(when.fields());
        steps.forEach(step -> fields.addAll(step.when().fields()));
        return fields;
    }
}

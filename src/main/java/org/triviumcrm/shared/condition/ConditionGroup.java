package org.triviumcrm.shared.condition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Conditions and groups of them, all of which or any one of which must hold. A group without any holds always.
 *
 * @param groups groups within this one
 */
public record ConditionGroup(Joining joining, List<Condition> conditions, List<ConditionGroup> groups) {

    /** How the members of a group are joined. */
    public enum Joining {
        ALL,
        ANY
    }

    /** Holds always. */
    public static final ConditionGroup ALWAYS = all();

    public ConditionGroup {
        conditions = List.copyOf(conditions);
        groups = List.copyOf(groups);
    }

    /** All of them must hold. */
    public static ConditionGroup all(Condition... conditions) {
        return new ConditionGroup(Joining.ALL, List.of(conditions), List.of());
    }

    /** One of them must hold. */
    public static ConditionGroup any(Condition... conditions) {
        return new ConditionGroup(Joining.ANY, List.of(conditions), List.of());
    }

    /** Whether it asks nothing. */
    public boolean holdsAlways() {
        return conditions.isEmpty() && groups.isEmpty();
    }

    /** Keys of all fields it looks at, inner groups included, in the order of their first use. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        conditions.forEach(condition -> fields.add(condition.field()));
        groups.forEach(group -> fields.addAll(group.fields()));
        return fields;
    }
}

package org.triviumcrm.shared.condition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with conditions, before anything relies on them. */
public final class ConditionProblems {

    /** Groups within groups, the outermost counted; deeper ones nobody reads. */
    public static final int DEEPEST = 3;

    private final Map<String, FieldKind> kinds;

    /** @param kinds the fields that there are, by key */
    public ConditionProblems(Map<String, FieldKind> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    /** One thing that is wrong, and with which condition; null when it is the group. */
    public record Problem(Kind kind, @Nullable Condition condition) {}

    /** What can be wrong. */
    public enum Kind {
        /** There is no such field, or not any more. */
        FIELD_GONE,
        /** Fields of this kind can't be compared so. */
        UNSUITABLE,
        /** Nothing to compare with. */
        VALUE_MISSING,
        /** More than one value where one is asked for. */
        TOO_MANY,
        /** The value does not fit the field, such as letters for an amount. */
        VALUE_UNREADABLE,
        /** The days in which something has to have happened are not a number of days. */
        DAYS_UNREADABLE,
        /** An inner group without a condition; it would hold always, which nobody means. */
        EMPTY_GROUP,
        /** Groups within groups beyond {@link #DEEPEST}. */
        TOO_DEEP
    }

    /** All that is wrong, in the order in which the conditions stand. */
    public List<Problem> of(ConditionGroup group) {
        List<Problem> problems = new ArrayList<>();
        collect(group, 1, problems);
        return problems;
    }

    private void collect(ConditionGroup group, int depth, List<Problem> problems) {
        if (depth > DEEPEST) {
            problems.add(new Problem(Kind.TOO_DEEP, null));
            return;
        }
        if (depth > 1 && group.holdsAlways()) {
            problems.add(new Problem(Kind.EMPTY_GROUP, null));
        }
        for (Condition condition : group.conditions()) {
            Kind kind = of(condition);
            if (kind != null) {
                problems.add(new Problem(kind, condition));
            }
        }
        group.groups().forEach(inner -> collect(inner, depth + 1, problems));
    }

    /** Nothing happens half a time, or less than never. */
    private static boolean isReadable(FieldKind kind, String text) {
        Object value = ConditionValue.read(kind, text);
        return value != null
                && (kind != FieldKind.EVENTS
                        || value instanceof BigDecimal times
                                && times.signum() >= 0
                                && times.stripTrailingZeros().scale() <= 0);
    }

    /** What is wrong with one condition; null when nothing is. */
    public @Nullable Kind of(Condition condition) {
        FieldKind kind = kinds.get(condition.field());
        Comparison comparison = condition.comparison();
        if (kind == null) {
            return Kind.FIELD_GONE;
        }
        if (!comparison.suits(kind)) {
            return Kind.UNSUITABLE;
        }
        int given = condition.values().size();
        if (given < comparison.needed()
                || condition.values().stream().limit(comparison.needed()).anyMatch(String::isBlank)) {
            return Kind.VALUE_MISSING;
        }
        if (given > comparison.needed() && !comparison.takesMany()) {
            return Kind.TOO_MANY;
        }
        if (condition.values().stream().anyMatch(text -> !isReadable(kind, text))) {
            return Kind.VALUE_UNREADABLE;
        }
        Happening happening = condition.happening();
        return happening != null && !happening.isReadable() ? Kind.DAYS_UNREADABLE : null;
    }
}

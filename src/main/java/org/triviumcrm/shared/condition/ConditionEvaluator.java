package org.triviumcrm.shared.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Says whether conditions hold for the values of a record. A value that is unknown, a field that there is not any more and
 * a comparison that can't be read hold for nothing but {@link Comparison#UNKNOWN}: in doubt a rule does not apply.
 * Once checked with {@link ConditionProblems}, only the first of these occurs.
 */
public final class ConditionEvaluator {

    private final Map<String, FieldKind> kinds;
    private final BiFunction<String, Long, Set<Long>> below;

    /**
     * @param kinds the fields that there are, by key
     * @param below the ids of a team, or of what another field with a tree holds, and of all below it; given the field, asked once
     *     for each such comparison
     */
    public ConditionEvaluator(Map<String, FieldKind> kinds, BiFunction<String, Long, Set<Long>> below) {
        this.kinds = Map.copyOf(kinds);
        this.below = below;
    }

    /** @param values by field, in the class of its {@link FieldKind}; what is unknown is left out */
    public boolean holds(ConditionGroup group, Map<String, Object> values) {
        if (group.holdsAlways()) {
            return true;
        }
        return switch (group.joining()) {
            case ALL ->
                group.conditions().stream().allMatch(condition -> holds(condition, values))
                        && group.groups().stream().allMatch(inner -> holds(inner, values));
            case ANY ->
                group.conditions().stream().anyMatch(condition -> holds(condition, values))
                        || group.groups().stream().anyMatch(inner -> holds(inner, values));
        };
    }

    /** One comparison. */
    public boolean holds(Condition condition, Map<String, Object> values) {
        FieldKind kind = kinds.get(condition.field());
        Comparison comparison = condition.comparison();
        if (kind == null || !comparison.suits(kind)) {
            return false;
        }
        Object value = values.get(condition.field());
        if (value == null || value instanceof String text && text.isBlank()) {
            return comparison == Comparison.UNKNOWN;
        }
        return kind.type().isInstance(value)
                && comparison != Comparison.UNKNOWN
                && condition.values().size() >= comparison.needed()
                && condition.values().stream().allMatch(text -> ConditionValue.read(kind, text) != null)
                && compare(kind, comparison, value, condition);
    }

    private boolean compare(FieldKind kind, Comparison comparison, Object value, Condition condition) {
        Object first = ConditionValue.read(kind, condition.values().get(0));
        return switch (comparison) {
            case IS -> order(value, first) == 0;
            case IS_NOT -> order(value, first) != 0;
            case AT_LEAST -> order(value, first) >= 0;
            case MORE_THAN -> order(value, first) > 0;
            case AT_MOST -> order(value, first) <= 0;
            case LESS_THAN -> order(value, first) < 0;
            case ONE_OF -> isOneOf(kind, value, condition);
            case NONE_OF -> !isOneOf(kind, value, condition);
            case CONTAINS -> folded(value).contains(folded(first));
            case AT_OR_BELOW ->
                first instanceof Long top && below.apply(condition.field(), top).contains(value);
            case UNKNOWN -> false;
        };
    }

    private static boolean isOneOf(FieldKind kind, Object value, Condition condition) {
        Collection<?> held =
                kind == FieldKind.SEVERAL ? List.of(String.valueOf(value).split(" ")) : List.of(value);
        return condition.values().stream()
                .anyMatch(text -> held.stream().anyMatch(one -> order(one, ConditionValue.read(kind, text)) == 0));
    }

    /** Numbers by what they are worth (2.0 is 2), texts without regard to upper and lower case. */
    private static int order(Object value, @Nullable Object other) {
        if (value instanceof BigDecimal number && other instanceof BigDecimal asked) {
            return number.compareTo(asked);
        }
        if (value instanceof LocalDate day && other instanceof LocalDate asked) {
            return day.compareTo(asked);
        }
        if (value instanceof String && other instanceof String) {
            return folded(value).compareTo(folded(other));
        }
        return value.equals(other) ? 0 : 1;
    }

    private static String folded(@Nullable Object text) {
        return String.valueOf(text).strip().toLowerCase(Locale.ROOT);
    }
}

package org.triviumcrm.customer.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.triviumcrm.customer.CustomerAttribute;
import org.triviumcrm.customer.CustomerBehaviour;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.ConditionGroup.Joining;
import org.triviumcrm.shared.condition.ConditionValue;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.condition.Happening;

/**
 * Conditions on customers as SQL. They hold for exactly the customers for which {@code ConditionEvaluator} would say so of the same values:
 * what is unknown matches nothing but {@link Comparison#UNKNOWN}, texts are compared without regard to upper and lower case, choices as
 * they are.
 */
final class SegmentSql {

    /** An hour after the last one counts for the day on which it is there: a day is the company's. */
    private static final String TODAY = "today";

    private final Map<String, CustomerAttribute> attributes;
    private final Map<String, CustomerBehaviour> behaviours;
    private final BiFunction<String, Long, Set<Long>> below;
    private final Map<String, Object> parameters = new HashMap<>();
    private final Set<String> joins = new LinkedHashSet<>();

    /**
     * @param below the ids of a team, or of what another attribute with a tree holds, and of all below it
     */
    SegmentSql(
            Map<String, CustomerAttribute> attributes,
            Map<String, CustomerBehaviour> behaviours,
            BiFunction<String, Long, Set<Long>> below) {
        this.attributes = attributes;
        this.behaviours = behaviours;
        this.below = below;
    }

    /**
     * Those who fit.
     *
     * @param from {@code customer c} and what is joined
     * @param where over these; with the parameters {@code today} and {@code zone} beside its own
     */
    record Matching(String from, String where, Map<String, Object> parameters) {

        Matching {
            parameters = Map.copyOf(parameters);
        }

        /** The ids of all of them. */
        String ids() {
            return "select c.id from " + from + " where " + where;
        }
    }

    /** @throws IllegalArgumentException for conditions that {@code ConditionProblems} would not let through */
    Matching of(ConditionGroup group) {
        String where = group.holdsAlways() ? "true" : joined(group);
        return new Matching(
                Stream.concat(Stream.of("customer c"), joins.stream()).collect(Collectors.joining(" ")),
                where,
                parameters);
    }

    private String joined(ConditionGroup group) {
        List<String> members = new ArrayList<>();
        group.conditions().forEach(condition -> members.add(of(condition)));
        group.groups().stream().filter(inner -> !inner.holdsAlways()).forEach(inner -> members.add(joined(inner)));
        return "(" + String.join(group.joining() == Joining.ALL ? " and " : " or ", members) + ")";
    }

    private String of(Condition condition) {
        CustomerAttribute attribute = attributes.get(condition.field());
        if (attribute != null) {
            if (!attribute.join().isEmpty()) {
                joins.add(attribute.join());
            }
            return compared(attribute.sql(), attribute.field().kind(), condition);
        }
        CustomerBehaviour behaviour = behaviours.get(condition.field());
        if (behaviour == null) {
            throw new IllegalArgumentException("No attribute " + condition.field());
        }
        return happened(behaviour.events(), condition);
    }

    private String compared(String sql, FieldKind kind, Condition condition) {
        boolean text = kind == FieldKind.TEXT;
        String value = text ? "lower(btrim(" + sql + "))" : sql;
        return switch (condition.comparison()) {
            case IS -> value + " = " + first(kind, condition);
            case IS_NOT -> value + " <> " + first(kind, condition) + isKnown(kind, sql);
            case AT_LEAST -> value + " >= " + first(kind, condition);
            case MORE_THAN -> value + " > " + first(kind, condition);
            case AT_MOST -> value + " <= " + first(kind, condition);
            case LESS_THAN -> value + " < " + first(kind, condition);
            case ONE_OF -> value + " in (" + all(kind, condition) + ")";
            case NONE_OF -> value + " not in (" + all(kind, condition) + ")" + isKnown(kind, sql);
            case CONTAINS -> "position(" + first(kind, condition) + " in " + value + ") > 0";
            case AT_OR_BELOW -> value + " = any (" + parameter(under(kind, condition)) + ")";
            case UNKNOWN -> kind.type() == String.class ? "coalesce(btrim(" + sql + "), '') = ''" : sql + " is null";
        };
    }

    /** An empty text is not known, and so it is not another one. */
    private static String isKnown(FieldKind kind, String sql) {
        return kind.type() == String.class ? " and btrim(" + sql + ") <> ''" : "";
    }

    /**
     * Whoever has done it is found once for all customers. A number of times that never having done it fits as well can't be found among
     * those who did, so those are left out for whom it does not hold.
     */
    private String happened(String events, Condition condition) {
        Happening happening = Objects.requireNonNullElse(condition.happening(), Happening.EVER);
        BigDecimal times =
                (BigDecimal) read(FieldKind.EVENTS, condition.values().get(0));
        String which = "";
        Integer days = happening.within();
        if (days != null) {
            which += " and e.happened > cast(:" + TODAY + " as date) - " + days;
        }
        if (!happening.thing().isBlank()) {
            which += " and e.thing = " + parameter(thing(happening.thing()));
        }
        String sign = switch (condition.comparison()) {
            case IS -> "=";
            case AT_LEAST -> ">=";
            case AT_MOST -> "<=";
            default -> throw new IllegalArgumentException("Not a number of times: " + condition);
        };
        String often = "count(*) " + sign + " " + parameter(times);
        boolean never = condition.comparison() == Comparison.AT_MOST || times.signum() == 0;
        String found = " from (" + events + ") e where e.customer_id is not null" + which;
        if (never) {
            return condition.comparison() == Comparison.AT_LEAST
                    ? "true"
                    : "not exists (select 1 from (select e.customer_id" + found + " group by e.customer_id having not ("
                            + often + ")) more where more.customer_id = c.id)";
        }
        boolean once = condition.comparison() == Comparison.AT_LEAST && times.compareTo(BigDecimal.ONE) == 0;
        return "c.id in (select e.customer_id" + found + (once ? "" : " group by e.customer_id having " + often) + ")";
    }

    private static Object thing(String text) {
        return text.matches("\\d{1,18}") ? (Object) Long.valueOf(text) : text;
    }

    private Long[] under(FieldKind kind, Condition condition) {
        long top = (Long) read(kind, condition.values().get(0));
        return below.apply(condition.field(), top).toArray(Long[]::new);
    }

    private String first(FieldKind kind, Condition condition) {
        return parameter(folded(kind, condition.values().get(0)));
    }

    private String all(FieldKind kind, Condition condition) {
        return condition.values().stream()
                .map(text -> parameter(folded(kind, text)))
                .collect(Collectors.joining(", "));
    }

    private static Object read(FieldKind kind, String text) {
        Object value = ConditionValue.read(kind, text);
        if (value == null) {
            throw new IllegalArgumentException("Can't be read as " + kind + ": " + text);
        }
        return value;
    }

    private static Object folded(FieldKind kind, String stored) {
        Object value = read(kind, stored);
        return kind == FieldKind.TEXT ? stored.strip().toLowerCase(Locale.ROOT) : value;
    }

    private String parameter(Object value) {
        String name = "v" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}

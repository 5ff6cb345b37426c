package org.triviumcrm.shared.condition;

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
import org.triviumcrm.shared.condition.ConditionGroup.Joining;

/**
 * Conditions on records of a table as SQL. They hold for exactly the records for which {@link ConditionEvaluator} would say so of the same
 * values: what is unknown matches nothing but {@link Comparison#UNKNOWN}, texts are compared without regard to upper and lower case, choices
 * as they are.
 */
public final class ConditionSql {

    private static final String TODAY = "today";

    private final String table;
    private final String id;
    private final Map<String, Known> known;
    private final Map<String, Events> events;
    private final BiFunction<String, Long, Set<Long>> below;
    private final Map<String, Object> parameters = new HashMap<>();
    private final Set<String> joins = new LinkedHashSet<>();
    private boolean few;

    /**
     * What is known of a record.
     *
     * @param sql its value over the table's alias and what is joined; of {@link FieldKind#SEVERAL} a {@code jsonb} array of texts
     * @param join the clause it needs beside the table; empty where it needs none
     */
    public record Known(FieldKind kind, String sql, String join) {}

    /**
     * What records do: SELECTs of {@code subject} (the record's id), {@code happened} (a {@code date} or a {@code timestamptz}) and {@code
     * thing}, one row for each time.
     *
     * @param of where a thing is asked for
     * @param whatever where none is
     */
    public record Events(String of, String whatever) {}

    /**
     * @param table with its alias, such as {@code customer c}
     * @param id of a record, such as {@code c.id}
     * @param known by the key of the field
     * @param events by the key of the field
     * @param below the ids of a team, or of what another field with a tree holds, and of all below it
     */
    public ConditionSql(
            String table,
            String id,
            Map<String, Known> known,
            Map<String, Events> events,
            BiFunction<String, Long, Set<Long>> below) {
        this.table = table;
        this.id = id;
        this.known = Map.copyOf(known);
        this.events = Map.copyOf(events);
        this.below = below;
    }

    /**
     * Those who fit.
     *
     * @param from the table and what is joined
     * @param where over these; with the parameter {@code today} beside its own
     */
    public record Matching(String id, String from, String where, Map<String, Object> parameters) {

        public Matching {
            parameters = Map.copyOf(parameters);
        }

        /** The ids of all of them. */
        public String ids() {
            return "select " + id + " from " + from + " where " + where;
        }

        /** The same with parameters beside its own. */
        public Matching with(Map<String, Object> more) {
            Map<String, Object> all = new HashMap<>(parameters);
            all.putAll(more);
            return new Matching(id, from, where, all);
        }
    }

    /** The same conditions for a table of which only a few records are read: events are counted for each, not once for all. */
    public ConditionSql forFew() {
        few = true;
        return this;
    }

    /** @throws IllegalArgumentException for conditions that {@code ConditionProblems} would not let through */
    public Matching of(ConditionGroup group) {
        String where = group.holdsAlways() ? "true" : joined(group);
        return new Matching(
                id,
                Stream.concat(Stream.of(table), joins.stream()).collect(Collectors.joining(" ")),
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
        Known asked = known.get(condition.field());
        if (asked != null) {
            if (!asked.join().isEmpty()) {
                joins.add(asked.join());
            }
            return compared(asked.sql(), asked.kind(), condition);
        }
        Events happening = events.get(condition.field());
        if (happening == null) {
            throw new IllegalArgumentException("No field " + condition.field());
        }
        return happened(happening, condition);
    }

    private String compared(String sql, FieldKind kind, Condition condition) {
        if (kind == FieldKind.SEVERAL) {
            return held(sql, condition);
        }
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

    /** By the operator that an index of such an array knows. */
    private String held(String sql, Condition condition) {
        String any = condition.values().stream()
                .map(text -> sql + " @> to_jsonb(cast(" + parameter(text.strip()) + " as text))")
                .collect(Collectors.joining(" or ", "(", ")"));
        return switch (condition.comparison()) {
            case ONE_OF -> any;
            case NONE_OF -> "not " + any + " and " + sql + " <> '[]'";
            case UNKNOWN -> "coalesce(" + sql + ", '[]') = '[]'";
            default -> throw new IllegalArgumentException("Several are not compared like this: " + condition);
        };
    }

    /** An empty text is not known, and so it is not another one. */
    private static String isKnown(FieldKind kind, String sql) {
        return kind.type() == String.class ? " and btrim(" + sql + ") <> ''" : "";
    }

    /**
     * Whoever has done it is found once for all records. A number of times that never having done it fits as well can't be found among
     * those who did, so those are left out for whom it does not hold.
     */
    private String happened(Events known, Condition condition) {
        Happening happening = Objects.requireNonNullElse(condition.happening(), Happening.EVER);
        String select = happening.thing().isBlank() ? known.whatever() : known.of();
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
        if (few) {
            return "(select " + often + " from (" + select + ") e where e.subject = " + id + which + ")";
        }
        boolean never = condition.comparison() == Comparison.AT_MOST || times.signum() == 0;
        String found = " from (" + select + ") e where e.subject is not null" + which;
        if (never) {
            return condition.comparison() == Comparison.AT_LEAST
                    ? "true"
                    : "not exists (select 1 from (select e.subject" + found + " group by e.subject having not (" + often
                            + ")) more where more.subject = " + id + ")";
        }
        boolean once = condition.comparison() == Comparison.AT_LEAST && times.compareTo(BigDecimal.ONE) == 0;
        return id + " in (select e.subject" + found + (once ? "" : " group by e.subject having " + often) + ")";
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

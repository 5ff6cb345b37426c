package org.triviumcrm.shared.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** How a condition compares a field with what it names. A field whose value is unknown matches none but {@link #UNKNOWN}. */
public enum Comparison {
    IS(kindsButSeveral()),
    IS_NOT(kindsOfOne()),
    AT_LEAST(FieldKind.MONEY, FieldKind.NUMBER, FieldKind.PERCENT, FieldKind.DATE, FieldKind.EVENTS),
    MORE_THAN(FieldKind.MONEY, FieldKind.NUMBER, FieldKind.PERCENT, FieldKind.DATE),
    AT_MOST(FieldKind.MONEY, FieldKind.NUMBER, FieldKind.PERCENT, FieldKind.DATE, FieldKind.EVENTS),
    LESS_THAN(FieldKind.MONEY, FieldKind.NUMBER, FieldKind.PERCENT, FieldKind.DATE),
    ONE_OF(
            FieldKind.TEXT,
            FieldKind.CHOICE,
            FieldKind.SEVERAL,
            FieldKind.TREE,
            FieldKind.TEAM,
            FieldKind.PERSON,
            FieldKind.RECORD),
    NONE_OF(
            FieldKind.TEXT,
            FieldKind.CHOICE,
            FieldKind.SEVERAL,
            FieldKind.TREE,
            FieldKind.TEAM,
            FieldKind.PERSON,
            FieldKind.RECORD),
    /** The letters occur somewhere in the text; upper or lower case does not count. */
    CONTAINS(FieldKind.TEXT),
    /** The team itself, or one below it in the tree; likewise of other trees. */
    AT_OR_BELOW(FieldKind.TREE, FieldKind.TEAM),
    UNKNOWN(kindsButEvents());

    private final Set<FieldKind> kinds;

    Comparison(FieldKind... kinds) {
        this.kinds = Set.of(kinds);
    }

    private static FieldKind[] kindsButEvents() {
        return kinds(kind -> kind != FieldKind.EVENTS);
    }

    private static FieldKind[] kindsButSeveral() {
        return kinds(kind -> kind != FieldKind.SEVERAL);
    }

    private static FieldKind[] kindsOfOne() {
        return kinds(kind -> kind != FieldKind.EVENTS && kind != FieldKind.SEVERAL);
    }

    private static FieldKind[] kinds(Predicate<FieldKind> which) {
        return Arrays.stream(FieldKind.values()).filter(which).toArray(FieldKind[]::new);
    }

    /** Whether fields of this kind can be compared so. */
    public boolean suits(FieldKind kind) {
        return kinds.contains(kind);
    }

    /** How many values it needs at least. */
    public int needed() {
        return this == UNKNOWN ? 0 : 1;
    }

    /** Whether it takes several values. */
    public boolean takesMany() {
        return this == ONE_OF || this == NONE_OF;
    }

    /** Those on offer for fields of a kind, in the order of the form. */
    public static List<Comparison> of(FieldKind kind) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.suits(kind))
                .toList();
    }
}

package org.triviumcrm.shared.list;

import java.util.EnumSet;
import java.util.Set;

/** What a filter offers to ask of its column. */
public enum FilterKind {
    TEXT(Operator.STARTS, Operator.EQUALS, Operator.CONTAINS, Operator.EMPTY, Operator.PRESENT),
    CHOICE(Operator.ANY, Operator.EMPTY, Operator.PRESENT),
    RANGE(Operator.RANGE, Operator.EMPTY, Operator.PRESENT),
    DATE(Operator.RANGE, Operator.EMPTY, Operator.PRESENT),
    YES_NO(Operator.ANY);

    private final Operator first;
    private final Set<Operator> operators;

    FilterKind(Operator first, Operator... more) {
        this.first = first;
        this.operators = EnumSet.of(first, more);
    }

    /** What {@code f.<column>=…} means when no operator is named. */
    Operator first() {
        return first;
    }

    private boolean offers(Operator operator) {
        return operators.contains(operator);
    }

    /** Whether there is no value to show, to export or to sort by. */
    static boolean isFilterOnly(ListColumn column) {
        return column.choices() instanceof Choices.Numbers || isAskedOnly(column);
    }

    /** Whether the index that answers the filter of this column is one of texts that are chosen from. */
    static boolean isInWords(ListColumn column) {
        return column.choices() instanceof Choices.Distinct distinct && distinct.through() == null;
    }

    /** Whether the index that answers the filter of this column has an order. */
    static boolean isOrdered(ListColumn column) {
        return column.choices() == null || !column.choices().several();
    }

    /** Whether the form offers a filter of this column before an address asks for it. */
    static boolean isOffered(ListColumn column) {
        return !isFilterOnly(column) || isAskedOnly(column);
    }

    /** Whether something is asked for that stands in none of its columns, such as people. */
    private static boolean isAskedOnly(ListColumn column) {
        return column.expression().equals("null")
                && (column.kept() != null || column.choices() instanceof Choices.Rows);
    }

    /** Whether a filter looks at a row of another table, so that no index of the list's own one answers it. */
    static boolean isAnsweredElsewhere(ListColumn column) {
        KeptElsewhere kept = column.kept();
        Choices choices = column.choices();
        return kept != null && kept.isSingle()
                || choices != null && choices.joined()
                || choices instanceof Choices.Rows rows && rows.among() != null;
    }

    /** Whether a filter of this column offers to ask that. */
    static boolean offers(ListColumn column, Operator operator) {
        return switch (operator) {
            case CONTAINS -> column.contains() != null;
            case EMPTY, PRESENT -> !column.isRequired() && column.filterKind().offers(operator);
            default -> column.filterKind().offers(operator);
        };
    }
}

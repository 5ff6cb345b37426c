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

    /** Whether a filter of this column offers to ask that. */
    static boolean offers(ListColumn column, Operator operator) {
        return switch (operator) {
            case CONTAINS -> column.contains() != null;
            case EMPTY, PRESENT -> !column.isRequired() && column.filterKind().offers(operator);
            default -> column.filterKind().offers(operator);
        };
    }
}

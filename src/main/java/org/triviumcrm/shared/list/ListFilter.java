package org.triviumcrm.shared.list;

import java.util.List;

/**
 * A condition on a column as it stands in the address: {@code f.state=OPEN&f.state=WON}, {@code f.amount=1000..5000},
 * {@code f.name.contains=acme}, {@code f.phone.empty}. Values are still the texts that were sent.
 */
public record ListFilter(String column, Operator operator, List<String> values) {

    public ListFilter {
        values = List.copyOf(values);
    }

    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The part before {@code ..}; a single value is both. */
    public String from() {
        int dots = value().indexOf("..");
        return dots < 0 ? value() : value().substring(0, dots).trim();
    }

    /** The part after {@code ..}. */
    public String to() {
        int dots = value().indexOf("..");
        return dots < 0 ? value() : value().substring(dots + 2).trim();
    }

    /** Name of its parameter in an address. */
    public String parameter(Operator first) {
        return "f." + column + (operator == first ? "" : "." + operator.token());
    }
}

package org.triviumcrm.shared.list;

import java.util.function.Supplier;

/**
 * Where another table keeps a constant: one row at most for each key.
 *
 * @param key the column of the table that is the id a filter's expression is
 * @param column the column of the table that is the constant
 */
record KeptConstant(String table, String key, String column) {

    /** What is asked of the row whose key an id is; where there is none nothing is kept. */
    String asked(String id, Operator operator, Supplier<String> values) {
        return switch (operator) {
            case EMPTY -> "not " + exists(id, "is not null");
            case PRESENT -> exists(id, "is not null");
            default ->
                id + " in (select kept." + key + " from " + table + " kept where kept." + column + " in ("
                        + values.get() + "))";
        };
    }

    /** The same of a row that is there already, in the order in which rows are walked through: one look for each. */
    String ofARow(String id, String values) {
        return "(select kept." + column + " from " + table + " kept where kept." + key + " = " + id + ") in (" + values
                + ")";
    }

    private String exists(String id, String condition) {
        return "exists (select 1 from " + table + " kept where kept." + key + " = " + id + " and kept." + column + " "
                + condition + ")";
    }
}

package org.triviumcrm.customer.field;

/** Why what was typed is no value of a field. */
final class FieldProblem extends Exception {

    /** @param key of the message */
    FieldProblem(String key) {
        super(key);
    }

    String key() {
        return String.valueOf(getMessage());
    }
}

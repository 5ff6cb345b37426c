package org.triviumcrm.survey.result;

/** By what of the customers the course of answers is told apart, each as it was when the answer came. */
public enum ResultCut {
    /** The company's own ranking. */
    LEVEL("r.level"),
    /** By what the customer brings. */
    VALUE("r.value_class");

    private final String column;

    ResultCut(String column) {
        this.column = column;
    }

    /** SQL, of a response {@code r}. */
    String column() {
        return column;
    }
}

package org.triviumcrm.sales.line;

/** Papers with lines. */
public enum PaperKind {
    QUOTE("quote"),
    CONTRACT("contract"),
    QUOTE_TEMPLATE("quote_template");

    private final String table;

    PaperKind(String table) {
        this.table = table;
    }

    /** Its table, and what everything about it is called. */
    public String table() {
        return table;
    }
}

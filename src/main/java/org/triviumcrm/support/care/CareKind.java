package org.triviumcrm.support.care;

/** What is done for a customer. */
public enum CareKind {
    /** Ticked off by a meeting with the customer, too. */
    VISIT("MEETING"),
    /** Ticked off by a call as well. */
    CALL("CALL"),
    GREETING("");

    private final String activity;

    CareKind(String activity) {
        this.activity = activity;
    }

    /** The kind of activity that does it; empty where none does. */
    String activity() {
        return activity;
    }
}

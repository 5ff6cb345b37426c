package org.triviumcrm.support.sla;

/** What is promised. */
public enum PromiseKind {
    /** The first answer of a person, from the opening. */
    FIRST_RESPONSE,
    /** Each further answer, from the first word of the customer that nobody has answered. */
    NEXT_RESPONSE,
    /** That it is solved, from the opening. */
    RESOLUTION;

    public boolean isResponse() {
        return this != RESOLUTION;
    }
}

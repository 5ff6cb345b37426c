package org.triviumcrm.sales.opportunity;

/** How an opportunity stands. How far it is put away says its {@link Finish}; what may follow, {@link OpportunityLife}. */
public enum OpportunityState {
    OPEN,
    /** Laid aside until a day: in no forecast and on no board. */
    SUSPENDED,
    /** In a pool, nobody's until somebody takes it out: in no forecast and on no board. */
    POOLED,
    /** Given up for good: it never opens again. */
    TERMINATED,
    WON,
    LOST;

    /** Whether it is known how it ended. */
    public boolean isDecided() {
        return this == WON || this == LOST || this == TERMINATED;
    }
}

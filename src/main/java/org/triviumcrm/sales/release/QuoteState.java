package org.triviumcrm.sales.release;

/** Where a quote is in its life; what leads where is in {@link QuoteStep}. */
public enum QuoteState {
    DRAFT,
    /** Waits for an approval. */
    SUBMITTED,
    /** May leave. */
    RELEASED,
    SENT,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    /** A newer version was released. */
    REPLACED;

    /** Whether it is with the customer, or may go there, and nothing was decided. */
    public boolean isOpen() {
        return this == RELEASED || this == SENT;
    }

    /** Whether it has been released, so that its paper may be seen outside. */
    public boolean wasReleased() {
        return this == RELEASED || this == SENT || this == ACCEPTED || this == DECLINED || this == EXPIRED;
    }
}

package org.triviumcrm.sales;

/** What a quota is measured in. Offered as far as there is an {@link AttainedAmounts} for it. */
public enum QuotaMeasure {
    /** Opportunities that are won. */
    WON,
    /** Contracts that are signed. */
    SIGNED,
    /** Money that has come in. */
    RECEIVED
}

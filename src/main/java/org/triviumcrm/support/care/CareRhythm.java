package org.triviumcrm.support.care;

/** When something is done for a customer. */
public enum CareRhythm {
    /** Once in so many months, counted from the beginning of the plan; for each customer on another day of them. */
    EVERY,
    /** On one day of each year; on the last of February where there is no 29th. */
    YEARLY,
    /** On the birthday of each contact of the customer. */
    BIRTHDAY,
    /** On the day on which the customer bought for the first time, from the next year on. */
    ANNIVERSARY,
    /** On the day on which each contract that runs was signed, from the next year on. */
    CONTRACT_SIGNED,
    /** On the last day of each contract that runs and has one. */
    CONTRACT_END;

    /** Whether it depends on more than the customer: on its contacts, its contracts. */
    boolean hasOccasions() {
        return this == BIRTHDAY || this == CONTRACT_SIGNED || this == CONTRACT_END;
    }
}

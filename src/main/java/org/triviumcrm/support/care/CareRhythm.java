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
    ANNIVERSARY
}

package org.triviumcrm.customer.activity;

/** What an activity's cost was spent on. */
public enum CostKind {
    VISIT,
    TRAVEL,
    GIFT,
    OTHER
}

package org.triviumcrm.sales.contract;

/** What happens when the end of a contract comes near. */
public enum Renewal {
    /** It ends. */
    NONE,
    /** An opportunity to renew it is made, and it ends. */
    OPPORTUNITY,
    /** It goes on by itself for some months. */
    AUTOMATIC
}

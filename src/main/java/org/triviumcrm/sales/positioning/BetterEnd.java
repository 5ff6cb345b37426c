package org.triviumcrm.sales.positioning;

/** At which end of an axis an offer is better off. */
public enum BetterEnd {
    MORE,
    LESS,
    NEITHER
}

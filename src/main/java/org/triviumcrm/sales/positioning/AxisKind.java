package org.triviumcrm.sales.positioning;

/** What values of an axis are. */
public enum AxisKind {
    /** Anything that is counted or measured, in a unit. */
    NUMBER,
    /** What people think, from 1 to 10. */
    RATING
}

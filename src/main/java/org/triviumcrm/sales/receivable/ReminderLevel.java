package org.triviumcrm.sales.receivable;

/** How firmly a customer is reminded of what is late, the friendliest first; the names are stored. */
public enum ReminderLevel {
    FRIENDLY,
    FIRM,
    LAST;

    /** What follows it; the last one follows itself. */
    public ReminderLevel next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }
}

package org.triviumcrm.sales.receivable;

/** How far an instalment is paid. */
public enum InstalmentState {
    OPEN,
    PARTLY,
    PAID
}

package org.triviumcrm.sales.opportunity;

/** How far an opportunity is put away; its {@link OpportunityState} stays what it was, and with it all figures. */
public enum Finish {
    NONE,
    /** What there is to learn from it is written down; nothing about it changes any more. */
    CLOSED,
    /** Out of the lists as well, until somebody asks for it. */
    ARCHIVED
}

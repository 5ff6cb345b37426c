package org.triviumcrm.sales.opportunity;

/** What can be done with an opportunity; {@link OpportunityLife} says when. */
public enum LifeStep {
    EDIT,
    MOVE,
    TRANSFER,
    WIN,
    LOSE,
    REOPEN,
    SUSPEND,
    REACTIVATE,
    /** Into a pool. */
    POOL,
    /** Out of a pool, into somebody's hands. */
    CLAIM,
    TERMINATE,
    CLOSE,
    ARCHIVE,
    UNARCHIVE,
    /** Away at once, for what was a mistake; nothing that was won or closed goes this way. */
    DELETE,
    /** Away for good, from the archive only. */
    PURGE
}

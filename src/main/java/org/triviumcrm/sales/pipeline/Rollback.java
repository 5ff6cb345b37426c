package org.triviumcrm.sales.pipeline;

/** How an opportunity may go back to an earlier stage. */
public enum Rollback {
    ANY,
    /** To the stage before. */
    ONE_STEP,
    /** Anywhere, with a reason that stands in the history. */
    WITH_REASON,
    NONE
}

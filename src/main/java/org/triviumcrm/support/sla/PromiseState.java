package org.triviumcrm.support.sla;

/** How a promise stands. */
public enum PromiseState {
    /** Nothing waits for it (yet): a next response while the customer has had the last answer. */
    IDLE,
    RUNNING,
    /** Its time stands still. */
    PAUSED,
    /** Kept. */
    MET,
    /** The time is over, whether what was promised has come since or not. */
    BROKEN,
    /** The ticket ended, as one that was merged does, before it could be kept or broken. */
    DROPPED
}

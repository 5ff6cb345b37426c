package org.triviumcrm.sales.pool;

/** Why an opportunity went into a pool, or came out of one. Stored, so names never change. */
enum PoolCause {
    NO_CONTACT,
    NO_PROGRESS,
    OVERDUE,
    OWNER_LEFT,
    /** By its owner. */
    RETURNED,
    /** By somebody who may give it to others. */
    TAKEN_BACK,
    CLAIMED,
    ASSIGNED,
    /** Claimed, and given back right after. */
    UNDONE
}

package org.triviumcrm.support.queue;

/** How a ticket that comes into a queue gets its agent. */
public enum QueueAssignment {
    /** It waits until somebody takes it. */
    BY_HAND,
    /** The member who has waited longest for one. */
    IN_TURN,
    /** The member with the fewest open ones. */
    LEAST_LOADED
}

package org.triviumcrm.customer;

import java.time.Instant;

/** Gives people something to do about a customer, for modules in which that turns out. */
public interface Tasks {

    /**
     * Opens a task for whoever looks after the customer, in the caller's transaction; nothing when nobody does, or there is no such
     * customer.
     *
     * @param due by when
     */
    void forOwner(long customerId, String subject, String body, Instant due);
}

package org.triviumcrm.customer;

import org.jspecify.annotations.Nullable;

/** For modules whose records have calls, meetings, notes and tasks. */
public interface Timelines {

    /**
     * A record is about to be deleted, in the caller's transaction: its entries go to the timeline of its customer; without a
     * customer they go with it. Nobody logs anything about the record until the transaction ends.
     *
     * @param type of the record, which is also the name of its table
     */
    void handOver(String type, long id, @Nullable Long customerId);
}

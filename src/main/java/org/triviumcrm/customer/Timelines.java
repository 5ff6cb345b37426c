package org.triviumcrm.customer;

import java.util.Collection;
import java.util.List;
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

    /**
     * What was logged about a record goes on in the timeline of what has become of it, in the caller's transaction.
     *
     * @param type of the record, which is also the name of its table
     * @param customerId the customer that the other record belongs to
     * @return the entries that have moved
     */
    List<Long> move(String type, long id, String toType, long toId, @Nullable Long customerId);

    /** Takes {@link #move} back; entries that have gone meanwhile stay gone. */
    void moveBack(Collection<Long> entries, String type, long id);

    /** Whether nothing has been logged about a record. */
    boolean isEmpty(String type, long id);
}

package org.triviumcrm.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks that people have because a module above has planned them, or something has turned out there. */
public interface PlannedTasks {

    /**
     * A task about a customer.
     *
     * @param ownerId who has it to do
     * @param due when it is to be done by
     */
    record Planned(
            long ownerId,
            long customerId,
            String subject,
            @Nullable String body,
            Instant due) {}

    /** In the caller's transaction. @return their ids, in the same order */
    List<Long> add(List<Planned> tasks);

    /** A task for whoever looks after the customer, in the caller's transaction; nothing when nobody does, or there is no such customer. */
    void addForOwner(long customerId, String subject, String body, Instant due);

    /** Ticks a task off if it is still open. @return whether it was */
    boolean complete(long taskId, Instant at);

    /**
     * A call or a meeting with a customer was written down; told in the transaction that does it.
     *
     * @param kind {@code CALL} or {@code MEETING}
     * @param cost in the company's currency
     */
    record Logged(
            String kind,
            long customerId,
            Instant at,
            long by,
            @Nullable BigDecimal cost) {}
}

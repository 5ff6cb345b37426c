package org.triviumcrm.support.sla;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the policies say of a ticket.
 *
 * @param tried all that are switched on, in their order, with whether they fit
 * @param policy the first that does; null when none does
 * @param calendar by whose hours its time is counted; null around the clock
 * @param promises those that it makes about the priority
 */
public record PromiseTrialResult(
        List<Tried> tried,
        @Nullable String policy,
        @Nullable String calendar,
        List<PromiseReading> promises) {

    /** A policy, and whether its conditions hold. */
    public record Tried(String name, boolean holds) {}
}

package org.triviumcrm.sales.opportunity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.triviumcrm.identity.BulkRefusal;

/** The way of an opportunity into a pool or out of one. @param at when, as the history of its states has it */
public record PoolWay(long opportunityId, String name, long poolId, long fromPersonId, long toPersonId, Instant at) {

    /** Those that went, and those that did not, with the reason. */
    public record Outcome(List<PoolWay> gone, Map<Long, BulkRefusal> refused) {}
}

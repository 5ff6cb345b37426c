package org.triviumcrm.customer.segment;

import org.jspecify.annotations.Nullable;

/**
 * How many customers fit.
 *
 * @param matching of those whom the reader sees; null when it could not be found out in time
 * @param all whom the reader sees, to the nearest that is known without counting
 * @param exact whether they were counted, rather than reckoned from a sample
 */
record SegmentCount(@Nullable Long matching, long all, boolean exact) {

    /** In per cent of all, one decimal; null where there is nothing to be a part of. */
    public @Nullable Double share() {
        return matching == null || all == 0 ? null : Math.min(100.0, Math.round(1000.0 * matching / all) / 10.0);
    }
}

package org.triviumcrm.marketing.mining;

import org.jspecify.annotations.Nullable;

/**
 * Whom a model is learned from: all customers that whoever asks sees, or a part of them.
 *
 * @param audienceId only those on this target list
 * @param segmentId only those who belong to this segment
 */
record MiningPopulation(@Nullable Long audienceId, @Nullable Long segmentId) {

    static final MiningPopulation EVERYBODY = new MiningPopulation(null, null);

    /** A condition on the customer {@code c}, with the parameters {@code audience} and {@code segment}. */
    String sql() {
        return (audienceId == null
                        ? ""
                        : " and exists (select 1 from audience_member m where m.audience_id = :audience and m.customer_id = c.id)")
                + (segmentId == null
                        ? ""
                        : " and exists (select 1 from segment_member m where m.segment_id = :segment and m.customer_id = c.id and m.until is null)");
    }
}

package org.triviumcrm.sales.snapshot;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.opportunity.OpportunityState;

/**
 * An opportunity whose amount in a period has changed.
 *
 * @param name null when the viewer does not see it any more
 * @param before what counted then; null for nothing
 * @param after what counts now
 */
public record ChangedDeal(
        long id,
        @Nullable String name,
        @Nullable OpportunityState state,
        @Nullable String owner,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after,
        BigDecimal amount) {}

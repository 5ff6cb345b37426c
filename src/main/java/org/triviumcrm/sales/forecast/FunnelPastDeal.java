package org.triviumcrm.sales.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.opportunity.OpportunityState;

/**
 * An opportunity that lay in a stage as a month began, and what has become of it.
 *
 * @param name null when the viewer does not see it any more, or when it is gone
 * @param amount what was known of it then, in the company's currency
 */
public record FunnelPastDeal(
        long id,
        @Nullable String name,
        @Nullable OpportunityState state,
        @Nullable String owner,
        @Nullable LocalDate closedOn,
        BigDecimal amount) {

    /** Where a page goes on. */
    public record After(BigDecimal amount, long id) {}
}

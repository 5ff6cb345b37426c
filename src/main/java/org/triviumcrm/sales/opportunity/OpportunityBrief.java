package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An opportunity in a narrow panel. */
public record OpportunityBrief(
        long id,
        String name,
        OpportunityState state,
        String stage,
        @Nullable BigDecimal amount,
        String currency) {}

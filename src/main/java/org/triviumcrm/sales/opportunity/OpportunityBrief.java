package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity in a narrow panel.
 *
 * @param approvalCaseId the case that it waits for
 */
public record OpportunityBrief(
        long id,
        String name,
        OpportunityState state,
        String stage,
        @Nullable BigDecimal amount,
        String currency,
        @Nullable Long approvalCaseId) {}

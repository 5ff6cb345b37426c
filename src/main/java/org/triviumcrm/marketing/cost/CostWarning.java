package org.triviumcrm.marketing.cost;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * That a campaign's cost has passed a level of its budget, for its owner.
 *
 * @param level NEAR or OVER
 * @param share per cent of the budget that is spent; null without a budget
 * @param currency the company's, as both amounts are
 */
record CostWarning(
        long campaignId,
        String campaign,
        long ownerId,
        String level,
        @Nullable BigDecimal share,
        BigDecimal cost,
        BigDecimal budget,
        String currency) {}

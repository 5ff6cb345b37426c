package org.triviumcrm.marketing.cost;

import java.math.BigDecimal;

/**
 * That a campaign's cost has passed a level of its budget, for its owner.
 *
 * @param level NEAR or OVER
 * @param share per cent of the budget that is spent
 * @param currency the company's, as both amounts are
 */
record CostWarning(
        long campaignId,
        String campaign,
        long ownerId,
        String level,
        BigDecimal share,
        BigDecimal cost,
        BigDecimal budget,
        String currency) {}

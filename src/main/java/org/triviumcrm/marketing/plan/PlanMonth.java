package org.triviumcrm.marketing.plan;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a month of a campaign has cost and what media report of it, in the company's currency.
 *
 * @param month its first day
 */
record PlanMonth(long campaignId, LocalDate month, BigDecimal cost, BigDecimal reported) {}

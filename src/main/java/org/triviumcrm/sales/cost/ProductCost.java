package org.triviumcrm.sales.cost;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one of a product costs the company, from a day on.
 *
 * @param cost in the currency, four decimals
 * @param currency ISO 4217 code
 */
public record ProductCost(long productId, LocalDate validFrom, BigDecimal cost, String currency) {}

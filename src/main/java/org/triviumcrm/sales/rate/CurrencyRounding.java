package org.triviumcrm.sales.rate;

import java.math.BigDecimal;

/**
 * To what totals of a currency are rounded.
 *
 * @param currency ISO 4217 code
 * @param step such as 0.05; a multiple of the smallest unit of the currency
 */
public record CurrencyRounding(String currency, BigDecimal step) {}

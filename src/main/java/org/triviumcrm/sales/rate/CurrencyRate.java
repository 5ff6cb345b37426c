package org.triviumcrm.sales.rate;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one unit of a currency is worth in the company's currency, from a day on.
 *
 * @param currency ISO 4217 code
 */
public record CurrencyRate(String currency, LocalDate validFrom, BigDecimal rate) {}

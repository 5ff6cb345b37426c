package org.triviumcrm.sales.contract;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What an amount of a currency comes to in the company's, by the rate of a day. */
@FunctionalInterface
interface InBase {

    BigDecimal of(BigDecimal amount, String currency, LocalDate day);
}

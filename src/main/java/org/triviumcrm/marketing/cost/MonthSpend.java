package org.triviumcrm.marketing.cost;

import java.math.BigDecimal;
import java.time.YearMonth;

/** What was spent in a month, in the company's currency. */
public record MonthSpend(YearMonth month, BigDecimal cost, long lines) {}

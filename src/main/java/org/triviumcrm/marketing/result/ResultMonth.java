package org.triviumcrm.marketing.result;

import java.time.YearMonth;

/** What is reported of a month. */
public record ResultMonth(YearMonth month, ResultSums sums) {}

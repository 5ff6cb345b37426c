package org.triviumcrm.sales.pool;

import java.math.BigDecimal;

/** Opportunities that a rule would take. @param amount in the company's currency */
public record PoolPreview(String cause, long count, BigDecimal amount) {}

package org.triviumcrm.sales.pool;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A pool in the administrator's list.
 *
 * @param pooled opportunities in it
 * @param amount their worth in the company's currency
 * @param announced those whose owners were told that they go into it
 */
public record PoolRow(
        long id,
        String name,
        @Nullable String team,
        String keeper,
        boolean active,
        long pooled,
        @Nullable BigDecimal amount,
        long announced) {}

package org.triviumcrm.sales.assignment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What rules know of an opportunity that has no owner yet.
 *
 * @param amount in the company's currency
 * @param territoryId where it lies, null for nowhere
 */
public record NewOpportunity(
        String name,
        @Nullable Long customerId,
        @Nullable Long productId,
        long pipelineId,
        BigDecimal amount,
        @Nullable Long territoryId) {}

package org.triviumcrm.sales.assignment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much a person has and can have.
 *
 * @param value amount of what is open, in the company's currency
 */
record CapacityRow(
        long personId,
        String person,
        long open,
        BigDecimal value,
        @Nullable Integer maxOpen,
        @Nullable BigDecimal maxValue) {}

package org.triviumcrm.sales.assignment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may get a new opportunity.
 *
 * @param open how many open opportunities the person has
 * @param value their amount in the company's currency
 * @param maxOpen how many the person can have, null for any number
 * @param maxValue how much, in the company's currency, null for any amount
 */
record Candidate(
        long personId,
        String name,
        long open,
        BigDecimal value,
        @Nullable Integer maxOpen,
        @Nullable BigDecimal maxValue) {

    /** Whether one more of this amount fits. */
    boolean hasRoom(BigDecimal amount) {
        return (maxOpen == null || open < maxOpen)
                && (maxValue == null || value.add(amount).compareTo(maxValue) <= 0);
    }
}

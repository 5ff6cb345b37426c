package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A customer between two months.
 *
 * @param before in the company's currency; null for who was in no class then
 * @param after null for who is in none
 */
public record Moved(
        long id,
        String name,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after) {

    public BigDecimal change() {
        return value(after).subtract(value(before));
    }

    /** What the list is sorted by: in the better of both classes, and where they are the same, in the later month. */
    BigDecimal sorted(boolean byAfter) {
        return value(byAfter ? after : before);
    }

    private static BigDecimal value(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}

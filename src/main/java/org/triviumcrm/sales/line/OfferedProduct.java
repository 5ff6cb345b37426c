package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product as quotes and contracts look at it, in the words of the paper.
 *
 * @param percent its tax, or the usual one; null when there is none
 * @param bundle whether it is sold as one for others
 */
public record OfferedProduct(
        long id,
        String name,
        @Nullable String description,
        @Nullable String unit,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal listPrice,
        @Nullable String currency,
        boolean bundle) {}

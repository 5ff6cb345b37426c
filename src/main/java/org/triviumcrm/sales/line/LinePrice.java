package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed for a line with a product.
 *
 * @param amount of one in the currency of the quote, with tax where its prices have it; null when the product has no price, or there is
 *     no rate to convert it by
 * @param source where it stands; null when there is none
 */
public record LinePrice(
        OfferedProduct product,
        @Nullable BigDecimal amount,
        @Nullable String source) {}

package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.ValueClass;

/**
 * What a region, an industry, a product or a month brings, the most first.
 *
 * @param key the text itself, the id of the product, or the month as {@code 2026-03}; null for revenue of none of them
 * @param name in the reader's words
 * @param href the customers; null where no list tells them apart
 * @param revenue in the company's currency
 * @param share of the whole, in per cent
 * @param reached share of this one and all above it, in per cent
 */
public record ParetoRow(
        @Nullable String key,
        String name,
        @Nullable String href,
        long customers,
        BigDecimal revenue,
        BigDecimal share,
        BigDecimal reached,
        ValueClass valueClass) {}

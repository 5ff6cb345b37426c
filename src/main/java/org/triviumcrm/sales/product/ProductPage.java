package org.triviumcrm.sales.product;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product as its page shows it.
 *
 * @param category the way to its category from the top
 * @param taxPercent of its own rate, or of the usual one
 */
public record ProductPage(
        long id,
        String name,
        @Nullable String nameZh,
        @Nullable String reference,
        @Nullable String series,
        ProductKind kind,
        @Nullable Long categoryId,
        @Nullable String category,
        @Nullable String unit,
        @Nullable String tax,
        @Nullable BigDecimal taxPercent,
        @Nullable BigDecimal listPrice,
        @Nullable String currency,
        @Nullable String description,
        @Nullable String descriptionZh,
        boolean active) {}

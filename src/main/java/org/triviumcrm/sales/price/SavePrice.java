package org.triviumcrm.sales.price;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A price as typed; {@code version} is null for a new one.
 *
 * @param minQuantity from how many on it holds; null for any
 */
record SavePrice(
        @Nullable @NotNull(message = "{sales.price.error.product}")
        Long productId,

        @Nullable
        @PositiveOrZero(message = "{sales.error.negative}")
        @Digits(integer = 12, fraction = 3, message = "{sales.price.error.quantity}")
        BigDecimal minQuantity,

        @Nullable
        @NotNull(message = "{sales.price.error.amount}")
        @PositiveOrZero(message = "{sales.error.negative}")
        @Digits(integer = 15, fraction = 4, message = "{sales.price.error.amount}")
        BigDecimal amount,

        @Nullable Integer version) {

    /** The same of a product that is known otherwise: that of a price never changes. */
    SavePrice ofProduct(long product) {
        return new SavePrice(product, minQuantity, amount, version);
    }

    static SavePrice of(Price price) {
        return new SavePrice(
                price.getProductId(),
                price.getMinQuantity().signum() == 0
                        ? null
                        : price.getMinQuantity().stripTrailingZeros(),
                price.getAmount().stripTrailingZeros(),
                price.getVersion());
    }
}

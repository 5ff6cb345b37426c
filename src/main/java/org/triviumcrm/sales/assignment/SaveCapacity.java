package org.triviumcrm.sales.assignment;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much a person can have, as typed; both empty take the limit away.
 *
 * @param maxOpen open opportunities
 * @param maxValue their amount, in the company's currency
 */
record SaveCapacity(
        @NotNull(message = "{sales.assignment.error.person}")
        Long personId,

        @Nullable
        @PositiveOrZero(message = "{sales.error.negative}")
        @Max(value = 1_000_000, message = "{sales.assignment.error.open}")
        Integer maxOpen,

        @Nullable
        @PositiveOrZero(message = "{sales.error.negative}")
        @Digits(integer = 17, fraction = 2, message = "{sales.error.amount}")
        BigDecimal maxValue) {}

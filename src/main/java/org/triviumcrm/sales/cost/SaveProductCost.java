package org.triviumcrm.sales.cost;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a product costs, as typed. */
record SaveProductCost(
        @Nullable @NotNull(message = "{sales.price.error.validFrom}")
        LocalDate validFrom,

        @Nullable
        @NotNull(message = "{sales.cost.error.cost}")
        @PositiveOrZero(message = "{sales.error.negative}")
        @Digits(integer = 15, fraction = 4, message = "{sales.cost.error.cost}")
        BigDecimal cost,

        @NotBlank(message = "{sales.price.error.currency}") String currency) {}

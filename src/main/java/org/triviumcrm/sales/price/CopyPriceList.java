package org.triviumcrm.sales.price;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a list of prices becomes another.
 *
 * @param change in per cent, -100 to 1,000; null for none
 * @param step what the new prices are rounded to; null for four decimals
 */
record CopyPriceList(
        @NotBlank(message = "{sales.price.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        @Nullable @NotNull(message = "{sales.price.error.validFrom}")
        LocalDate validFrom,

        @Nullable
        @DecimalMin(value = "-100", message = "{sales.price.error.change}")
        @DecimalMax(value = "1000", message = "{sales.price.error.change}")
        @Digits(integer = 4, fraction = 4, message = "{sales.price.error.change}")
        BigDecimal change,

        @Nullable
        @DecimalMin(value = "0.0001", message = "{sales.price.error.step}")
        @DecimalMax(value = "1000000", message = "{sales.price.error.step}")
        @Digits(integer = 7, fraction = 4, message = "{sales.price.error.step}")
        BigDecimal step) {

    private static final BigDecimal FINEST = new BigDecimal("0.0001");

    BigDecimal changeOrNone() {
        return Objects.requireNonNullElse(change, BigDecimal.ZERO);
    }

    BigDecimal stepOrFinest() {
        return Objects.requireNonNullElse(step, FINEST);
    }

    /** The new list, for the same customers. */
    SavePriceList list(PriceList from, int position) {
        return new SavePriceList(
                name,
                from.getCurrency(),
                from.getRegion(),
                from.getLevel(),
                validFrom,
                null,
                position,
                from.isGross(),
                from.getNote(),
                true,
                null);
    }
}

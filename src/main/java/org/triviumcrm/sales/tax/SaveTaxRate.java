package org.triviumcrm.sales.tax;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A tax rate as typed; {@code version} is null for a new one. */
record SaveTaxRate(
        @NotBlank(message = "{sales.tax.error.name}") @Size(max = 60, message = "{form.tooLong}")
        String name,

        @Nullable @Size(max = 60, message = "{form.tooLong}")
        String nameZh,

        @Nullable
        @NotNull(message = "{sales.tax.error.percent}")
        @DecimalMin(value = "0", message = "{sales.tax.error.percent}")
        @DecimalMax(value = "100", message = "{sales.tax.error.percent}")
        @Digits(integer = 3, fraction = 2, message = "{sales.tax.error.percent}")
        BigDecimal percent,

        boolean usual,
        boolean active,
        @Nullable Integer version) {

    static SaveTaxRate empty() {
        return new SaveTaxRate("", null, null, false, true, null);
    }

    static SaveTaxRate of(TaxRate rate) {
        return new SaveTaxRate(
                rate.getName(),
                rate.getNameZh(),
                rate.getPercent(),
                rate.isUsual(),
                rate.isActive(),
                rate.getVersion());
    }
}

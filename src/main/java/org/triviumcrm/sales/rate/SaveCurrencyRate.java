package org.triviumcrm.sales.rate;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A rate as typed. */
record SaveCurrencyRate(
        @NotNull(message = "{sales.rate.error.currency}")
        @Pattern(regexp = "[A-Z]{3}", message = "{sales.rate.error.currency}")
        String currency,

        @NotNull(message = "{sales.rate.error.date}") LocalDate validFrom,

        @NotNull(message = "{sales.rate.error.rate}")
        @DecimalMin(value = "0.00000001", message = "{sales.rate.error.rate}")
        @Digits(integer = 12, fraction = 8, message = "{sales.rate.error.rate}")
        BigDecimal rate) {}

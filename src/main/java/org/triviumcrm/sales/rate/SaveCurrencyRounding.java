package org.triviumcrm.sales.rate;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;

/** To what totals of a currency are to be rounded, as typed. */
record SaveCurrencyRounding(
        @NotNull(message = "{sales.rate.error.currency}")
        @Pattern(regexp = "[A-Z]{3}", message = "{sales.rate.error.currency}")
        String currency,

        @NotNull(message = "{sales.rounding.error.step}")
        @Positive(message = "{sales.rounding.error.step}")
        @Digits(integer = 9, fraction = 4, message = "{sales.rounding.error.step}")
        BigDecimal step) {}

package org.triviumcrm.sales.opportunity;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** For how much, since when, and why. */
public record WinOpportunity(
        @NotNull(message = "{sales.opportunity.error.amountMissing}")
        @PositiveOrZero(message = "{sales.error.negative}")
        @Digits(integer = 17, fraction = 2, message = "{sales.error.amount}")
        BigDecimal amount,

        @NotNull(message = "{sales.opportunity.error.dateMissing}")
        LocalDate closedOn,

        @Nullable @Size(max = 4000, message = "{form.tooLong}")
        String note) {}

package org.triviumcrm.marketing.cost;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cost as typed.
 *
 * @param amount negative for what comes back
 * @param version null for a new one
 */
record SaveCost(
        @NotNull(message = "{marketing.cost.error.day}") LocalDate onDate,

        @NotNull(message = "{marketing.budget.error.category}")
        Long categoryId,

        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String supplier,

        @NotNull(message = "{marketing.cost.error.amount}")
        @Digits(integer = 17, fraction = 2, message = "{marketing.cost.error.amount}")
        BigDecimal amount,

        @NotNull(message = "{marketing.campaign.error.currency}")
        @Pattern(regexp = "[A-Z]{3}", message = "{marketing.campaign.error.currency}")
        String currency,

        @Nullable @Size(max = 2000, message = "{form.tooLong}")
        String note,

        @Nullable Integer version) {}

package org.triviumcrm.sales.outlook;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What will be signed in a period by its end, with what is won already.
 *
 * @param period as {@link org.triviumcrm.sales.quota.Period} writes months and quarters
 * @param note why; has to be said of somebody else's
 */
public record SayForecast(
        @Nullable String period,

        @NotNull(message = "{sales.statement.error.amount}")
        @PositiveOrZero(message = "{sales.error.negative}")
        @Digits(integer = 15, fraction = 2, message = "{sales.error.amount}")
        BigDecimal committed,

        @NotNull(message = "{sales.statement.error.amount}")
        @PositiveOrZero(message = "{sales.error.negative}")
        @Digits(integer = 15, fraction = 2, message = "{sales.error.amount}")
        BigDecimal bestCase,

        @Nullable @Size(max = 1000, message = "{form.tooLong}")
        String note) {}

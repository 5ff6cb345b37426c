package org.triviumcrm.sales.forecast;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What should be signed in a month; no amount: no target. */
public record SetTarget(
        @NotNull(message = "{sales.funnel.pipeline.missing}") @Nullable
        Long pipeline,

        @Nullable Long team,

        @Positive(message = "{sales.funnel.target.positive}")
        @Digits(integer = 15, fraction = 2, message = "{sales.funnel.target.digits}")
        @Nullable
        BigDecimal amount) {}

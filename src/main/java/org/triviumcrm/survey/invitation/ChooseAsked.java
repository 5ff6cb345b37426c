package org.triviumcrm.survey.invitation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask, as typed.
 *
 * @param whom a list and one of its saved views, 0 for all that it has: {@code customer:12}
 * @param pause whoever was asked anything in so many days is left alone
 */
record ChooseAsked(
        @NotBlank(message = "{survey.ask.error.whom}") @Nullable
        String whom,

        @NotNull(message = "{survey.ask.error.pause}")
        @Min(value = 0, message = "{survey.ask.error.pause}")
        @Max(value = 365, message = "{survey.ask.error.pause}")
        @Nullable
        Integer pause) {}

package org.triviumcrm.survey.invitation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A survey for contacts chosen in their list.
 *
 * @param pause whoever was asked anything in so many days is left alone
 */
record AskContacts(
        @NotNull(message = "{survey.ask.error.survey}") @Nullable
        Long surveyId,

        @NotNull(message = "{survey.ask.error.pause}")
        @Min(value = 0, message = "{survey.ask.error.pause}")
        @Max(value = 365, message = "{survey.ask.error.pause}")
        @Nullable
        Integer pause) {}

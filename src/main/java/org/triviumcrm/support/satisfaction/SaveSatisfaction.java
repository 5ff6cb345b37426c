package org.triviumcrm.support.satisfaction;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What is asked once a ticket is solved, as typed.
 *
 * @param surveyId null to ask nothing
 * @param delayHours how long after it is solved
 * @param pauseDays nobody is asked again for so long
 */
public record SaveSatisfaction(
        @Nullable Long surveyId,

        @NotNull(message = "{support.satisfaction.error.delay}")
        @Min(value = 0, message = "{support.satisfaction.error.delay}")
        @Max(value = 720, message = "{support.satisfaction.error.delay}")
        Integer delayHours,

        @NotNull(message = "{support.satisfaction.error.pause}")
        @Min(value = 0, message = "{support.satisfaction.error.pause}")
        @Max(value = 365, message = "{support.satisfaction.error.pause}")
        Integer pauseDays) {}

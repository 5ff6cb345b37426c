package org.triviumcrm.marketing.score;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen to leads that reach so many points.
 *
 * @param personId who gets them, or is told; null: who looks after the lead
 */
record SaveScoreThreshold(
        @NotNull(message = "{marketing.score.error.atLeast}")
        @Min(value = 1, message = "{marketing.score.error.atLeast}")
        @Max(value = 10000, message = "{marketing.score.error.atLeast}")
        @Nullable
        Integer atLeast,

        @Nullable Long personId,
        @Nullable Boolean assigns) {

    boolean isAssigning() {
        return Boolean.TRUE.equals(assigns);
    }
}

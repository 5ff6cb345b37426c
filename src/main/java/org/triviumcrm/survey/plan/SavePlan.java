package org.triviumcrm.survey.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as typed.
 *
 * @param levels of customers, a line each; null for all customers
 * @param everyMonths nobody is asked again for so long
 * @param weeklyShare percent of those that it is about that are asked in a week
 * @param version null for a new one
 */
record SavePlan(
        @NotBlank(message = "{survey.plan.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        @NotNull(message = "{survey.plan.error.survey}") Long surveyId,

        @Size(max = 1000, message = "{form.tooLong}") @Nullable
        String levels,

        @NotNull(message = "{survey.plan.error.months}")
        @Min(value = 1, message = "{survey.plan.error.months}")
        @Max(value = 60, message = "{survey.plan.error.months}")
        Integer everyMonths,

        @NotNull(message = "{survey.plan.error.share}")
        @Min(value = 1, message = "{survey.plan.error.share}")
        @Max(value = 100, message = "{survey.plan.error.share}")
        Integer weeklyShare,

        boolean active,
        @Nullable Integer version) {

    private static final int HALF_A_YEAR = 6;
    private static final int FEW = 5;

    @SuppressWarnings("NullAway") // a form to begin with
    static SavePlan blank() {
        return new SavePlan(null, null, null, HALF_A_YEAR, FEW, true, null);
    }

    List<String> lines() {
        return levels == null
                ? List.of()
                : levels.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList();
    }
}

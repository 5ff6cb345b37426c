package org.triviumcrm.sales.assignment;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as typed. Of each list of conditions one must hold; an empty one asks nothing.
 *
 * @param minAmount at least this much, in the company's currency
 * @param maxAmount less than this much, in the company's currency
 * @param pipelines ids
 * @param products ids
 * @param territories ids; what lies below counts as well
 * @param version null for a new one
 */
record SaveAssignmentRule(
        @NotBlank(message = "{sales.assignment.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        List<String> regions,
        List<String> industries,

        @Nullable
        @PositiveOrZero(message = "{sales.error.negative}")
        @Digits(integer = 17, fraction = 2, message = "{sales.error.amount}")
        BigDecimal minAmount,

        @Nullable
        @PositiveOrZero(message = "{sales.error.negative}")
        @Digits(integer = 17, fraction = 2, message = "{sales.error.amount}")
        BigDecimal maxAmount,

        List<String> pipelines,
        List<String> products,
        List<String> territories,

        @NotNull(message = "{sales.assignment.error.target}")
        AssignmentTarget target,

        @Nullable Long personId,
        @Nullable Long teamId,
        boolean active,
        @Nullable Integer version) {

    /** A form in which nothing is chosen sends no list. */
    @SuppressWarnings("NullAway")
    SaveAssignmentRule {
        regions = regions == null ? List.of() : List.copyOf(regions);
        industries = industries == null ? List.of() : List.copyOf(industries);
        pipelines = pipelines == null ? List.of() : List.copyOf(pipelines);
        products = products == null ? List.of() : List.copyOf(products);
        territories = territories == null ? List.of() : List.copyOf(territories);
    }

    static SaveAssignmentRule blank() {
        return new SaveAssignmentRule(
                "",
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                AssignmentTarget.ROUND_ROBIN,
                null,
                null,
                true,
                null);
    }
}

package org.triviumcrm.sales.territory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A territory as typed. What it says of customers must hold all together, of each list one; when it says nothing, nothing comes
 * into it by itself.
 *
 * @param minEmployees at least so many
 * @param maxEmployees at most so many
 * @param version null for a new one
 */
record SaveTerritory(
        @NotBlank(message = "{sales.territory.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        @Nullable Long parentId,
        @Nullable Long managerId,
        @Nullable Long teamId,
        List<String> countries,
        List<String> regions,
        List<String> industries,

        @Nullable
        @PositiveOrZero(message = "{sales.error.negative}")
        @Max(value = 2_000_000_000, message = "{sales.territory.error.employees}")
        Integer minEmployees,

        @Nullable
        @PositiveOrZero(message = "{sales.error.negative}")
        @Max(value = 2_000_000_000, message = "{sales.territory.error.employees}")
        Integer maxEmployees,

        boolean active,
        @Nullable Integer version) {

    /** A form in which nothing is chosen sends no list. */
    @SuppressWarnings("NullAway")
    SaveTerritory {
        countries = countries == null ? List.of() : List.copyOf(countries);
        regions = regions == null ? List.of() : List.copyOf(regions);
        industries = industries == null ? List.of() : List.copyOf(industries);
    }

    static SaveTerritory blank(@Nullable Long parentId) {
        return new SaveTerritory("", parentId, null, null, List.of(), List.of(), List.of(), null, null, true, null);
    }
}

package org.triviumcrm.sales.competitor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A competitor as typed; {@code version} is null for a new one. */
record SaveCompetitor(
        @NotBlank(message = "{sales.competitor.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        boolean active,
        @Nullable Integer version) {

    static SaveCompetitor of(Competitor competitor) {
        return new SaveCompetitor(competitor.getName(), competitor.isActive(), competitor.getVersion());
    }
}

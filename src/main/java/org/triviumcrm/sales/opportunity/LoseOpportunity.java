package org.triviumcrm.sales.opportunity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why, and since when. */
public record LoseOpportunity(
        @NotNull(message = "{sales.opportunity.error.reasonMissing}")
        Long reasonId,

        @NotNull(message = "{sales.opportunity.error.dateMissing}")
        LocalDate closedOn,

        @Nullable @Size(max = 4000, message = "{form.tooLong}")
        String note) {}

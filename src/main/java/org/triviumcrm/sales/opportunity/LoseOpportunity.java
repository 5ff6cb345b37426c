package org.triviumcrm.sales.opportunity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why, to whom, since when, and what happened. */
public record LoseOpportunity(
        @NotNull(message = "{sales.opportunity.error.reasonMissing}")
        Long reasonId,

        @Nullable Long competitorId,

        @NotNull(message = "{sales.opportunity.error.dateMissing}")
        LocalDate closedOn,

        @NotBlank(message = "{sales.opportunity.error.summaryMissing}") @Size(max = 4000, message = "{form.tooLong}")
        String note,

        @Nullable @Size(max = 4000, message = "{form.tooLong}")
        String lessons) {}

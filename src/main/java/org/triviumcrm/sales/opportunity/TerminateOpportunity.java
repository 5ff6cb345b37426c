package org.triviumcrm.sales.opportunity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why it is given up for good, and what happened. */
public record TerminateOpportunity(
        @NotNull(message = "{sales.opportunity.error.whyTerminated}")
        Long reasonId,

        @NotBlank(message = "{sales.opportunity.error.summaryMissing}") @Size(max = 4000, message = "{form.tooLong}")
        String note,

        @Nullable @Size(max = 4000, message = "{form.tooLong}")
        String lessons) {}

package org.triviumcrm.sales.opportunity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why nothing is left to do, and what is to be kept of it. */
public record CloseOpportunity(
        @NotBlank(message = "{sales.opportunity.error.whyClosed}") @Size(max = 300, message = "{form.tooLong}")
        String reason,

        @NotBlank(message = "{sales.opportunity.error.summaryMissing}") @Size(max = 4000, message = "{form.tooLong}")
        String note,

        @Nullable @Size(max = 4000, message = "{form.tooLong}")
        String lessons) {}

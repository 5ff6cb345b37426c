package org.triviumcrm.sales.opportunity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Why it is laid aside, and the day on which it comes back by itself. */
public record SuspendOpportunity(
        @NotBlank(message = "{sales.opportunity.error.whySuspended}") @Size(max = 300, message = "{form.tooLong}")
        String reason,

        @NotNull(message = "{sales.opportunity.error.untilMissing}")
        LocalDate until) {}

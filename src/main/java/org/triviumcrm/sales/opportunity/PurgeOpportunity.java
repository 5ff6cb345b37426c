package org.triviumcrm.sales.opportunity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why it goes for good. */
public record PurgeOpportunity(
        @NotBlank(message = "{sales.opportunity.error.whyPurged}") @Size(max = 300, message = "{form.tooLong}")
        String reason) {}

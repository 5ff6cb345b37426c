package org.triviumcrm.marketing.lead;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a lead comes to nothing. */
public record DisqualifyLead(
        @NotBlank(message = "{marketing.lead.error.reason}") @Size(max = 500, message = "{form.tooLong}")
        String reason) {}

package org.triviumcrm.sales.opportunity;

import jakarta.validation.constraints.NotNull;

/** To whom. */
public record TransferOpportunity(
        @NotNull(message = "{sales.opportunity.error.ownerMissing}")
        Long ownerId) {}

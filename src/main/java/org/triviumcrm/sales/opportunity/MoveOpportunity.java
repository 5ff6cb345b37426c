package org.triviumcrm.sales.opportunity;

import jakarta.validation.constraints.NotNull;

/** To which open stage. */
public record MoveOpportunity(
        @NotNull(message = "{sales.opportunity.error.stageMissing}")
        Long stageId) {}

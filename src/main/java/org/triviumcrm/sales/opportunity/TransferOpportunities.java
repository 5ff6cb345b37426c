package org.triviumcrm.sales.opportunity;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several opportunities, as ticked in a list, and to whom they go. */
public record TransferOpportunities(
        @NotEmpty(message = "{sales.opportunity.transfer.none}")
        @Size(max = 1000, message = "{sales.opportunity.transfer.many}")
        @Nullable
        List<Long> ids,

        @NotNull(message = "{sales.opportunity.error.ownerMissing}") @Nullable
        Long ownerId) {

    /** Each once, in the order of their keys. */
    List<Long> sorted() {
        return ids == null ? List.of() : ids.stream().distinct().sorted().toList();
    }
}

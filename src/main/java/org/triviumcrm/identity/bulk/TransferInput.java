package org.triviumcrm.identity.bulk;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** To whom; nobody before somebody is chosen. */
record TransferInput(
        @NotNull(message = "{identity.transfer.error.owner}") @Nullable
        Long ownerId) {

    /** Once it is checked. */
    long owner() {
        return Objects.requireNonNull(ownerId);
    }
}

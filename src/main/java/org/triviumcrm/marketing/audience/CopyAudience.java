package org.triviumcrm.marketing.audience;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The target list from which everybody is to be put on another one, too. */
record CopyAudience(
        @NotNull(message = "{marketing.audience.error.audience}") @Nullable
        Long fromId) {

    /** Once it is checked. */
    long from() {
        return Objects.requireNonNull(fromId);
    }
}

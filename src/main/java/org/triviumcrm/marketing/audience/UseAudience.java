package org.triviumcrm.marketing.audience;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The campaign that everybody on a target list is to be put into. */
record UseAudience(
        @NotNull(message = "{marketing.participant.error.campaign}") @Nullable
        Long campaignId) {

    /** Once it is checked. */
    long campaign() {
        return Objects.requireNonNull(campaignId);
    }
}

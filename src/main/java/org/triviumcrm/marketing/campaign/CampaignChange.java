package org.triviumcrm.marketing.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.exit.CampaignState;

/**
 * A change of a campaign's state.
 *
 * @param reason as it was typed, or a message key
 * @param stayedSeconds how long it had been in the state before
 */
public record CampaignChange(
        CampaignState fromState,
        CampaignState toState,
        Instant at,
        @Nullable String by,
        @Nullable String reason,
        long stayedSeconds) {

    /** Whether the reason is a message key. */
    public boolean isSaidByTrivium() {
        return reason != null && reason.startsWith("marketing.campaign.change.");
    }
}

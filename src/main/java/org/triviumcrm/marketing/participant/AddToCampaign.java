package org.triviumcrm.marketing.participant;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Records of a list that are to take part in a campaign.
 *
 * @param contacts whether not the customers themselves but the people who work there are meant
 * @param audienceId the target list that they come from: whoever has opted out of it is left out; null for none
 */
public record AddToCampaign(
        @NotNull(message = "{marketing.participant.error.campaign}")
        Long campaignId,

        @Nullable Boolean contacts,
        @Nullable Long audienceId) {

    boolean meansContacts() {
        return Boolean.TRUE.equals(contacts);
    }
}

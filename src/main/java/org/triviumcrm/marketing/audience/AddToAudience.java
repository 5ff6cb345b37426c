package org.triviumcrm.marketing.audience;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Records of a list that are to be put on a target list.
 *
 * @param contacts whether not the customers themselves but the people who work there are meant
 * @param fromId the target list that they come from: whoever has opted out of it is left out; null for none
 */
record AddToAudience(
        @NotNull(message = "{marketing.audience.error.audience}")
        Long audienceId,

        @Nullable Boolean contacts,
        @Nullable Long fromId) {

    boolean meansContacts() {
        return Boolean.TRUE.equals(contacts);
    }
}

package org.triviumcrm.marketing.participant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.lead.SaveLead;

/** Somebody who came without being expected. */
record WalkIn(
        @NotBlank(message = "{marketing.checkIn.error.name}") @Size(max = 200, message = "{form.tooLong}")
        String fullName,

        @Nullable @Size(max = 300, message = "{form.tooLong}")
        String company,

        @Nullable @Size(max = 50, message = "{form.tooLong}")
        String phone) {

    static WalkIn empty() {
        return new WalkIn("", null, null);
    }

    /** @param source what brought them */
    SaveLead toLead(String source, long campaignId, long ownerId) {
        return new SaveLead(
                fullName,
                company,
                null,
                null,
                phone,
                null,
                null,
                null,
                null,
                source.substring(0, Math.min(200, source.length())),
                campaignId,
                null,
                false,
                false,
                null,
                ownerId,
                Map.of(),
                0);
    }
}

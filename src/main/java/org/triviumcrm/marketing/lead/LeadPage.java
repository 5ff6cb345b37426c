package org.triviumcrm.marketing.lead;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomValues;

/**
 * What the page of a lead shows, names included.
 *
 * @param name what lists call it
 * @param answers by question, in the order in which the database keeps them
 */
public record LeadPage(
        long id,
        String name,
        @Nullable String fullName,
        @Nullable String company,
        @Nullable String jobTitle,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String industry,
        @Nullable String source,
        @Nullable Long campaignId,
        @Nullable String campaign,
        @Nullable String reference,
        boolean noEmail,
        boolean noCall,
        @Nullable String note,
        LeadState state,
        @Nullable String reason,
        @Nullable Instant decidedAt,
        @Nullable Long customerId,
        @Nullable String customer,
        @Nullable Long contactId,
        @Nullable String contact,
        @Nullable Long ownerId,
        @Nullable String owner,
        @Nullable String team,
        @Nullable Instant lastActivityAt,
        Instant createdAt,
        Map<String, String> answers,
        CustomValues custom,
        int version) {

    /** Whether it is another record since it was qualified. */
    public boolean became() {
        return customerId != null || contactId != null;
    }

    SaveLead toInput() {
        return new SaveLead(
                fullName,
                company,
                jobTitle,
                email,
                phone,
                country,
                region,
                city,
                industry,
                source,
                campaignId,
                reference,
                noEmail,
                noCall,
                note,
                ownerId,
                custom.typed(),
                version);
    }
}

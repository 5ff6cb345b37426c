package org.triviumcrm.marketing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lead.
 *
 * @param name what lists call it
 * @param open whether nothing has been decided about it yet
 */
public record LeadFacts(
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
        boolean noEmail,
        boolean noCall,
        @Nullable Long campaignId,
        @Nullable String note,
        @Nullable Long ownerId,
        Instant createdAt,
        boolean open,
        int version) {}

package org.triviumcrm.customer.customer;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomValues;

/** What the page of a customer shows, names included. */
public record CustomerPage(
        long id,
        String name,
        @Nullable String reference,
        @Nullable Long parentId,
        @Nullable String parent,
        @Nullable String industry,
        @Nullable String level,
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String website,
        @Nullable String email,
        @Nullable Integer employees,
        @Nullable BigDecimal annualRevenue,
        @Nullable String currency,
        @Nullable Integer foundedYear,
        boolean noEmail,
        boolean noCall,
        @Nullable String note,
        @Nullable Long ownerId,
        @Nullable String owner,
        @Nullable String team,
        @Nullable Instant lastActivityAt,
        Instant createdAt,
        CustomValues custom,
        int version) {

    /** An address without a scheme is one of the web; null when it is none at all. */
    public @Nullable String websiteUrl() {
        if (website == null || website.matches("(?i)https?://.*")) {
            return website;
        }
        return website.matches("[^:/]+(:\\d+)?(/.*)?") ? "https://" + website : null;
    }

    SaveCustomer toInput(String companyCurrency) {
        return new SaveCustomer(
                name,
                parentId,
                industry,
                level,
                country,
                region,
                city,
                address,
                phone,
                website,
                email,
                employees,
                annualRevenue,
                currency == null ? companyCurrency : currency,
                foundedYear,
                noEmail,
                noCall,
                note,
                ownerId,
                custom.typed(),
                version);
    }
}

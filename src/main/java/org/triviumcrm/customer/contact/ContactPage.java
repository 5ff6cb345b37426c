package org.triviumcrm.customer.contact;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomValues;

/** What the page of a contact shows, names included. */
public record ContactPage(
        long id,
        String name,
        @Nullable String reference,
        @Nullable Long customerId,
        @Nullable String customer,
        @Nullable String jobTitle,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable LocalDate birthday,
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

    SaveContact toInput() {
        return new SaveContact(
                name,
                customerId,
                jobTitle,
                email,
                phone,
                mobile,
                birthday,
                noEmail,
                noCall,
                note,
                ownerId,
                custom.typed(),
                version);
    }
}

package org.triviumcrm.marketing.lead;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.TypedFields;

/** A lead as typed. */
public record SaveLead(
        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String fullName,

        @Nullable @Size(max = 300, message = "{form.tooLong}")
        String company,

        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String jobTitle,

        @Nullable @Email(message = "{marketing.lead.error.email}") @Size(max = 320, message = "{form.tooLong}")
        String email,

        @Nullable @Size(max = 50, message = "{form.tooLong}")
        String phone,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String country,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String region,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String city,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String industry,

        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String source,

        @Nullable Long campaignId,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String reference,

        boolean noEmail,
        boolean noCall,

        @Nullable @Size(max = 20000, message = "{form.tooLong}")
        String note,

        @Nullable Long ownerId,
        @TypedFields("lead") Map<String, String> custom,
        int version) {

    public SaveLead {
        custom = CustomValues.typed(custom);
    }

    static SaveLead empty(@Nullable Long ownerId) {
        return new SaveLead(
                null, null, null, null, null, null, null, null, null, null, null, null, false, false, null, ownerId,
                Map.of(), 0);
    }

    /** Whether there is anything to know it by. */
    boolean isSomebody() {
        return Stream.of(fullName, company, email, phone, reference).anyMatch(Objects::nonNull);
    }
}

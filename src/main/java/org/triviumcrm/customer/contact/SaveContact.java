package org.triviumcrm.customer.contact;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.TypedFields;

/** A contact as typed. */
public record SaveContact(
        @NotBlank(message = "{customer.error.name}") @Size(max = 200, message = "{form.tooLong}")
        String name,

        @Nullable Long customerId,

        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String jobTitle,

        @Nullable @Email(message = "{customer.error.email}") @Size(max = 320, message = "{form.tooLong}")
        String email,

        @Nullable @Size(max = 50, message = "{form.tooLong}")
        String phone,

        @Nullable @Size(max = 50, message = "{form.tooLong}")
        String mobile,

        @Nullable @Past(message = "{customer.error.birthday}")
        LocalDate birthday,

        Boolean noEmail,
        Boolean noCall,

        @Nullable @Size(max = 20000, message = "{form.tooLong}")
        String note,

        @Nullable Long ownerId,
        @TypedFields("contact") Map<String, String> custom,
        int version) {

    /** A form that doesn't ask says no. */
    public SaveContact {
        noEmail = Boolean.TRUE.equals(noEmail);
        noCall = Boolean.TRUE.equals(noCall);
        custom = CustomValues.typed(custom);
    }

    static SaveContact empty(@Nullable Long ownerId, @Nullable Long customerId) {
        return new SaveContact("", customerId, null, null, null, null, null, false, false, null, ownerId, Map.of(), 0);
    }
}

package org.triviumcrm.customer.customer;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.TypedFields;

/** A customer as typed. */
public record SaveCustomer(
        @NotBlank(message = "{customer.error.name}") @Size(max = 300, message = "{form.tooLong}")
        String name,

        @Nullable Long parentId,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String industry,

        @Nullable @Size(max = 50, message = "{form.tooLong}")
        String level,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String country,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String region,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String city,

        @Nullable @Size(max = 500, message = "{form.tooLong}")
        String address,

        @Nullable @Size(max = 50, message = "{form.tooLong}")
        String phone,

        @Nullable
        @Size(max = 300, message = "{form.tooLong}")
        @Pattern(regexp = "(https?://)?[^\\s<>\"']+\\.[^\\s<>\"']+", message = "{customer.error.website}")
        String website,

        @Nullable @Email(message = "{customer.error.email}") @Size(max = 320, message = "{form.tooLong}")
        String email,

        @Nullable @PositiveOrZero(message = "{customer.error.employees}")
        Integer employees,

        @Nullable @Digits(integer = 17, fraction = 2, message = "{customer.error.revenue}")
        BigDecimal annualRevenue,

        @Nullable @Pattern(regexp = "[A-Z]{3}", message = "{customer.error.currency}")
        String currency,

        @Nullable
        @Min(value = 1000, message = "{customer.error.year}")
        @Max(value = 9999, message = "{customer.error.year}")
        Integer foundedYear,

        Boolean noEmail,
        Boolean noCall,

        @Nullable @Size(max = 20000, message = "{form.tooLong}")
        String note,

        @Nullable Long ownerId,
        @TypedFields("customer") Map<String, String> custom,
        int version) {

    /** A form that doesn't ask says no. */
    public SaveCustomer {
        noEmail = Boolean.TRUE.equals(noEmail);
        noCall = Boolean.TRUE.equals(noCall);
        custom = CustomValues.typed(custom);
    }

    static SaveCustomer empty(@Nullable Long ownerId, String currency) {
        return new SaveCustomer(
                "", null, null, null, null, null, null, null, null, null, null, null, null, currency, null, false,
                false, null, ownerId, Map.of(), 0);
    }

    @AssertTrue(message = "{customer.error.currency}")
    boolean isCurrencyOfRevenue() {
        return annualRevenue == null || currency != null;
    }
}

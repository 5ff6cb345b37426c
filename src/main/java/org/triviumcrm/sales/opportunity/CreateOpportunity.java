package org.triviumcrm.sales.opportunity;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.TypedFields;

/** A new opportunity as typed; without an owner it is the viewer's. */
public record CreateOpportunity(
        @NotBlank(message = "{sales.opportunity.error.name}") @Size(max = 300, message = "{form.tooLong}")
        String name,

        @Nullable Long customerId,
        @Nullable Long contactId,
        @Nullable Long productId,
        @Nullable Long competitorId,

        @Nullable
        @PositiveOrZero(message = "{sales.error.negative}")
        @Digits(integer = 17, fraction = 2, message = "{sales.error.amount}")
        BigDecimal amount,

        @NotBlank(message = "{sales.error.currency}") @Size(min = 3, max = 3, message = "{sales.error.currency}")
        String currency,

        @Nullable
        @DecimalMin(value = "0", message = "{sales.stage.error.percent}")
        @DecimalMax(value = "100", message = "{sales.stage.error.percent}")
        @Digits(integer = 3, fraction = 2, message = "{sales.stage.error.percent}")
        BigDecimal probability,

        @Nullable LocalDate expectedCloseDate,

        @Nullable @Size(max = 300, message = "{form.tooLong}")
        String nextStep,

        @Nullable @Size(max = 20000, message = "{form.tooLong}")
        String description,

        @NotNull(message = "{sales.opportunity.error.stageMissing}")
        Long stageId,

        @Nullable Long ownerId,

        @TypedFields("opportunity") Map<String, String> custom)
        implements OpportunityInput {

    public CreateOpportunity {
        custom = CustomValues.typed(custom);
    }

    @SuppressWarnings("NullAway") // a stage may be missing in a form, not in what is accepted
    static CreateOpportunity blank(@Nullable Long stageId, @Nullable Long customerId, String currency, long ownerId) {
        return new CreateOpportunity(
                "", customerId, null, null, null, null, currency, null, null, null, null, stageId, ownerId, Map.of());
    }

    /** The same, for the assignment rules to say whose it is. */
    CreateOpportunity leftToRules() {
        return new CreateOpportunity(
                name,
                customerId,
                contactId,
                productId,
                competitorId,
                amount,
                currency,
                probability,
                expectedCloseDate,
                nextStep,
                description,
                stageId,
                null,
                custom);
    }
}

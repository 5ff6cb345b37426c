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
import org.jspecify.annotations.Nullable;

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

        @Nullable Long ownerId)
        implements OpportunityInput {

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
                null);
    }
}

package org.triviumcrm.sales.opportunity;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.TypedFields;
import org.triviumcrm.sales.pipeline.StageField;

/** A changed opportunity as typed, and the version that was looked at. */
public record UpdateOpportunity(
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

        int version,

        @TypedFields("opportunity") Map<String, String> custom)
        implements OpportunityInput {

    public UpdateOpportunity {
        custom = CustomValues.typed(custom);
    }

    /** The same for another version of the record. */
    UpdateOpportunity at(int otherVersion) {
        return new UpdateOpportunity(
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
                otherVersion,
                custom);
    }

    /** The same with what is said of it on the way into a stage; what is not said stays. */
    UpdateOpportunity with(StageAnswers said) {
        return new UpdateOpportunity(
                name,
                said.customerId() == null ? customerId : said.customerId(),
                said.contactId() == null ? contactId : said.contactId(),
                said.productId() == null ? productId : said.productId(),
                said.competitorId() == null ? competitorId : said.competitorId(),
                said.amount() == null ? amount : said.amount(),
                said.currency() == null ? currency : said.currency(),
                probability,
                said.expectedCloseDate() == null ? expectedCloseDate : said.expectedCloseDate(),
                said.answers(StageField.NEXT_STEP) ? said.nextStep() : nextStep,
                said.answers(StageField.DESCRIPTION) ? said.description() : description,
                version,
                custom);
    }
}

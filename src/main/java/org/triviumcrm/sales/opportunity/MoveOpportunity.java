package org.triviumcrm.sales.opportunity;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * To which open stage, and what that stage asks for.
 *
 * @param reason why it goes back, where the pipeline wants to know
 */
public record MoveOpportunity(
        @NotNull(message = "{sales.opportunity.error.stageMissing}")
        Long stageId,

        @Nullable @Size(max = 1000, message = "{form.tooLong}")
        String reason,

        @Nullable
        @PositiveOrZero(message = "{sales.error.negative}")
        @Digits(integer = 17, fraction = 2, message = "{sales.error.amount}")
        BigDecimal amount,

        @Nullable @Size(min = 3, max = 3, message = "{sales.error.currency}")
        String currency,

        @Nullable Long customerId,
        @Nullable Long contactId,
        @Nullable Long productId,
        @Nullable Long competitorId,
        @Nullable LocalDate expectedCloseDate,

        @Nullable @Size(max = 300, message = "{form.tooLong}")
        String nextStep,

        @Nullable @Size(max = 20000, message = "{form.tooLong}")
        String description)
        implements StageAnswers {

    /** The same without what a stage may ask for. */
    MoveOpportunity bare() {
        return new MoveOpportunity(stageId, reason, null, null, null, null, null, null, null, null, null);
    }

    /** Where nothing is asked for. */
    public MoveOpportunity(Long stageId) {
        this(stageId, null, null, null, null, null, null, null, null, null, null);
    }
}

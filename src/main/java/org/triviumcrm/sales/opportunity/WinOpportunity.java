package org.triviumcrm.sales.opportunity;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** For how much, since when, and why; further what winning asks for. */
public record WinOpportunity(
        @NotNull(message = "{sales.opportunity.error.amountMissing}")
        @PositiveOrZero(message = "{sales.error.negative}")
        @Digits(integer = 17, fraction = 2, message = "{sales.error.amount}")
        BigDecimal amount,

        @NotNull(message = "{sales.opportunity.error.dateMissing}")
        LocalDate closedOn,

        @Nullable @Size(max = 4000, message = "{form.tooLong}")
        String note,

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

    /** Where nothing more is asked for. */
    public WinOpportunity(BigDecimal amount, LocalDate closedOn, @Nullable String note) {
        this(amount, closedOn, note, null, null, null, null, null, null, null);
    }

    /** That of the opportunity: the final amount is in it. */
    @Override
    public @Nullable String currency() {
        return null;
    }
}

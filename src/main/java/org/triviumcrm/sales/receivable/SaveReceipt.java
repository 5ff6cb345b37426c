package org.triviumcrm.sales.receivable;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in, as typed.
 *
 * @param instalmentId what it is for; null for whatever is due first
 * @param reference such as the number on the bank statement
 */
record SaveReceipt(
        @NotNull(message = "{sales.receivable.error.kind}") ReceiptKind kind,

        @NotNull(message = "{sales.receivable.error.receivedOn}")
        LocalDate receivedOn,

        @Nullable
        @NotNull(message = "{sales.receivable.error.amount}")
        @Positive(message = "{sales.receivable.error.amount}")
        @Digits(integer = 15, fraction = 4, message = "{sales.receivable.error.amount}")
        BigDecimal amount,

        @Nullable Long instalmentId,

        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String reference,

        @Nullable @Size(max = 2000, message = "{form.tooLong}")
        String note) {

    /** What is accepted has one. */
    BigDecimal sum() {
        return Objects.requireNonNull(amount);
    }
}

package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in, or was paid back. One that is wrong is cancelled and stays to be seen.
 *
 * @param amount greater than zero, in the currency of the contract
 * @param dueOn of the instalment that it is for; null when it is for none in particular
 * @param cancelReason null while it counts
 */
public record Receipt(
        long id,
        ReceiptKind kind,
        LocalDate receivedOn,
        BigDecimal amount,
        @Nullable LocalDate dueOn,
        @Nullable String reference,
        @Nullable String note,
        @Nullable String by,
        Instant createdAt,
        @Nullable String cancelReason) {

    public boolean isCancelled() {
        return cancelReason != null;
    }
}

package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a contract comes to, and when it is to be paid.
 *
 * @param condition what has to happen before, in words
 * @param amount in the currency of the contract, as {@code received} and {@code open}
 * @param reminded how firmly its customer was reminded of it the last time, and {@code remindedAt} when; null for never
 */
public record Instalment(
        long id,
        LocalDate dueOn,
        @Nullable String condition,
        BigDecimal amount,
        BigDecimal received,
        BigDecimal open,
        InstalmentState state,
        @Nullable ReminderLevel reminded,
        @Nullable Instant remindedAt) {

    /** Whether it should have been paid before a day. */
    public boolean isLate(LocalDate today) {
        return state != InstalmentState.PAID && dueOn.isBefore(today);
    }
}

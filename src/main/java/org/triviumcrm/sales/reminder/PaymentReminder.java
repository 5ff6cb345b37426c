package org.triviumcrm.sales.reminder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.receivable.ReminderLevel;

/**
 * A letter that reminded a customer of what was late.
 *
 * @param contractId the first paper of the contract
 * @param by name of who has sent it, and {@code replyTo} their address
 * @param failedAt when it came back, or could not be brought; null when nothing is known of that
 * @param withdrawnAt when it was kept back, as something was paid before it left; null otherwise
 */
public record PaymentReminder(
        long id,
        long contractId,
        ReminderLevel level,
        @Nullable Long personId,
        @Nullable String by,
        @Nullable String replyTo,
        String address,
        String name,
        String subject,
        String text,
        String internetId,
        Instant at,
        @Nullable Instant failedAt,
        @Nullable Instant withdrawnAt) {}

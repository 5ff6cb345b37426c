package org.triviumcrm.sales.reminder;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.receivable.LatePayments;
import org.triviumcrm.sales.receivable.ReminderLevel;

/**
 * A letter that reminds of what is late, as typed.
 *
 * @param contactId of the customer; it goes to their address
 * @param seen what was late when it was written, see {@link LatePayments#seen}
 */
record SendPaymentReminder(
        @NotNull(message = "{sales.reminder.error.level}") ReminderLevel level,

        @Nullable @NotNull(message = "{sales.reminder.error.contact}")
        Long contactId,

        @NotBlank(message = "{sales.letter.error.subject}") @Size(max = 300, message = "{form.tooLong}")
        String subject,

        @NotBlank(message = "{sales.letter.error.text}") @Size(max = 10_000, message = "{form.tooLong}")
        String text,

        @Nullable String seen) {

    /** What is accepted names one. */
    long contact() {
        return Objects.requireNonNull(contactId);
    }
}

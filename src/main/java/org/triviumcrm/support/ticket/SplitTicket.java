package org.triviumcrm.support.ticket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What becomes a ticket of its own.
 *
 * @param name its subject
 * @param messageIds what was written about it
 */
public record SplitTicket(
        @NotBlank(message = "{support.ticket.error.name}") @Size(max = 300, message = "{form.tooLong}")
        String name,

        @NotEmpty(message = "{support.split.error.none}") List<Long> messageIds) {

    /** A form in which nothing is ticked sends no list. */
    @SuppressWarnings("NullAway")
    public SplitTicket {
        messageIds = messageIds == null ? List.of() : List.copyOf(messageIds);
    }
}

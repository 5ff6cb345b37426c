package org.triviumcrm.support.message;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.ticket.TicketStatus;

/**
 * Something to be said in a ticket, as typed.
 *
 * @param status what the ticket is after a reply; as it is when null
 * @param mentions people whom a note calls
 */
public record WriteMessage(
        @NotNull(message = "{support.message.error.kind}") MessageKind kind,

        @NotBlank(message = "{support.message.error.text}") @Size(max = 20000, message = "{form.tooLong}")
        String text,

        @Nullable TicketStatus status,
        List<Long> mentions) {

    /** A form in which nobody is chosen sends no list. */
    @SuppressWarnings("NullAway")
    public WriteMessage {
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
    }

    /** An answer to be written. @param draft what is there already */
    public static WriteMessage reply(String draft) {
        return new WriteMessage(MessageKind.REPLY, draft, TicketStatus.PENDING, List.of());
    }

    /** As a macro has it. @param becomes what the ticket is after it, null where that is left to its author */
    public WriteMessage with(String prepared, boolean note, @Nullable TicketStatus becomes) {
        return new WriteMessage(
                note ? MessageKind.NOTE : MessageKind.REPLY, prepared, becomes == null ? status : becomes, mentions);
    }
}

package org.triviumcrm.support.ticket;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.TypedFields;

/**
 * A ticket as typed.
 *
 * @param text what the customer says, of a new one
 */
public record SaveTicket(
        @NotBlank(message = "{support.ticket.error.name}") @Size(max = 300, message = "{form.tooLong}")
        String name,

        @Nullable @Size(max = 20000, message = "{form.tooLong}")
        String text,

        @NotNull(message = "{support.ticket.error.channel}") TicketChannel channel,

        @NotNull(message = "{support.ticket.error.priority}")
        TicketPriority priority,

        @Nullable Long typeId,

        @NotNull(message = "{support.ticket.error.queue}") @Nullable
        Long queueId,

        @Nullable Long ownerId,
        @Nullable Long customerId,
        @Nullable Long contactId,

        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String requesterName,

        @Nullable @Email(message = "{support.ticket.error.email}") @Size(max = 320, message = "{form.tooLong}")
        String requesterEmail,

        @Nullable Long productId,
        @Nullable Long opportunityId,
        @Nullable Long contractId,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String reference,

        @TypedFields("ticket") Map<String, String> custom,
        int version) {

    public SaveTicket {
        custom = CustomValues.typed(custom);
    }

    /** @param customerId whose page it is made from */
    public static SaveTicket empty(@Nullable Long queueId, @Nullable Long customerId, @Nullable Long contactId) {
        return new SaveTicket(
                "",
                null,
                TicketChannel.PHONE,
                TicketPriority.NORMAL,
                null,
                queueId,
                null,
                customerId,
                contactId,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                0);
    }

    /** The same, about something else. */
    SaveTicket named(String other) {
        return new SaveTicket(
                other,
                text,
                channel,
                priority,
                typeId,
                queueId,
                ownerId,
                customerId,
                contactId,
                requesterName,
                requesterEmail,
                productId,
                opportunityId,
                contractId,
                null,
                custom,
                0);
    }
}

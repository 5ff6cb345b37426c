package org.triviumcrm.support.chat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.ticket.TicketPriority;

/**
 * The ticket that a talk becomes, as typed.
 *
 * @param name its subject
 * @param mine whether the agent is in charge of it; else its queue says who is
 */
record ChatIntoTicket(
        @NotBlank(message = "{support.ticket.error.name}") @Size(max = 300, message = "{form.tooLong}")
        String name,

        @NotNull(message = "{support.ticket.error.queue}") @Nullable
        Long queueId,

        @NotNull(message = "{support.ticket.error.priority}")
        TicketPriority priority,

        boolean mine) {}

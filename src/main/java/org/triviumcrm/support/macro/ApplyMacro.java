package org.triviumcrm.support.macro;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.ticket.TicketChanges;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketStatus;
import org.triviumcrm.support.ticket.TicketTaker;

/**
 * What is sent along with something said in a ticket: what a macro changes, without what the agent has taken off.
 *
 * @param macroId the one that was used last; null for none
 * @param ticketVersion of the ticket as the agent saw it
 */
public record ApplyMacro(
        @Nullable Long macroId,
        @Nullable TicketStatus setStatus,
        @Nullable TicketPriority setPriority,
        @Nullable Long setType,
        @Nullable Long setQueue,
        @Nullable TicketTaker setOwner,
        @Nullable Integer ticketVersion) {

    public static final ApplyMacro NONE = new ApplyMacro(null, null, null, null, null, null, null);

    /** Where nothing else changes, it does not matter what has happened to the ticket meanwhile. */
    public TicketChanges changes() {
        TicketChanges changes = new TicketChanges(setStatus, setPriority, setType, setQueue, setOwner, ticketVersion);
        return changes.isEmpty() ? TicketChanges.NONE : changes;
    }
}

package org.triviumcrm.support.macro;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.ticket.TicketStatus;

/**
 * A macro as it stands in a ticket's form.
 *
 * @param text with everything filled in; empty when it says nothing
 * @param status what the ticket becomes, null when it stays
 */
public record FilledMacro(
        long id,
        String name,
        String text,
        boolean note,
        @Nullable TicketStatus status,
        List<MacroChip> chips) {

    public FilledMacro {
        chips = List.copyOf(chips);
    }
}

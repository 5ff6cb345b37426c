package org.triviumcrm.support.sla;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketStatus;

/**
 * A ticket as promises look at it.
 *
 * @param title what people call it
 * @param isKnown whether its promises were reckoned before
 */
record PromisedTicket(
        long id,
        String title,
        TicketStatus status,
        TicketPriority priority,
        TicketFacts facts,
        long queueId,
        @Nullable Long ownerId,
        @Nullable Long teamId,
        boolean isKnown) {

    String link() {
        return "/support/tickets/" + id;
    }
}

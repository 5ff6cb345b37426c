package org.triviumcrm.support.desk;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.ticket.SaveTicket;
import org.triviumcrm.support.ticket.TicketPriority;

/**
 * What a macro would make of a ticket that somebody else has changed meanwhile, to be shown beside it.
 *
 * @param version of the ticket as the agent saw it
 */
record SentChanges(
        TicketPriority priority,
        @Nullable Long typeId,
        @Nullable Long queueId,
        @Nullable Long ownerId,
        int version) {

    static SentChanges of(SaveTicket wanted) {
        return new SentChanges(
                wanted.priority(), wanted.typeId(), wanted.queueId(), wanted.ownerId(), wanted.version());
    }
}

package org.triviumcrm.support.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.ticket.TicketStatus;

/**
 * A status with its first cards and the number of all its tickets.
 *
 * @param broken those whose promise is broken
 * @param targets the statuses to which the viewer may move its cards, separated by spaces
 * @param after where the next cards begin; null when these are all
 */
public record TicketColumn(
        TicketStatus status,
        List<TicketCard> cards,
        long count,
        long broken,
        String targets,
        @Nullable String after) {

    public TicketColumn {
        cards = List.copyOf(cards);
    }
}

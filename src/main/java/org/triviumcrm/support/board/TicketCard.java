package org.triviumcrm.support.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketStatus;

/**
 * A ticket on the board.
 *
 * @param dueAt when the promise breaks that breaks next, or broke; null where none is running
 * @param promise how all of them stand; null where nothing is promised
 * @param waitingSince since when the customer waits; null when it is the customer's turn
 */
public record TicketCard(
        long id,
        long number,
        String name,
        TicketStatus status,
        TicketPriority priority,
        @Nullable String customer,
        @Nullable String owner,
        @Nullable Instant dueAt,
        @Nullable String promise,
        @Nullable Instant waitingSince) {

    /** What people call it. */
    public String title() {
        return "#" + number + " " + name;
    }

    /** The kind of badge for how the promises stand. */
    public String badge() {
        return "BROKEN".equals(promise) ? "overdue" : "AT_RISK".equals(promise) ? "waiting" : "open";
    }
}

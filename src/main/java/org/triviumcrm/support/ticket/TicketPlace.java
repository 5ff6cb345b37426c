package org.triviumcrm.support.ticket;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.list.ListLink;

/**
 * Where open tickets lie: with the viewer, with nobody, or in a queue.
 *
 * @param kind the message {@code support.ticket.place.<kind>} names it
 * @param name of the queue; null for the others
 */
public record TicketPlace(Kind kind, @Nullable String name, long count, String href) {

    /** What makes a place. */
    public enum Kind {
        MINE,
        NOBODYS,
        ALL,
        QUEUE
    }

    static TicketPlace mine(long count) {
        return new TicketPlace(Kind.MINE, null, count, open().is("owner", "me").toString());
    }

    static TicketPlace nobodys(long count) {
        return new TicketPlace(Kind.NOBODYS, null, count, open().empty("owner").toString());
    }

    static TicketPlace all(long count) {
        return new TicketPlace(Kind.ALL, null, count, open().toString());
    }

    static TicketPlace queue(long id, String name, long count) {
        return new TicketPlace(Kind.QUEUE, name, count, open().is("queue", id).toString());
    }

    private static ListLink open() {
        return ListLink.to(TicketList.PATH)
                .is("status", TicketStatus.NEW, TicketStatus.OPEN, TicketStatus.PENDING, TicketStatus.ON_HOLD);
    }
}

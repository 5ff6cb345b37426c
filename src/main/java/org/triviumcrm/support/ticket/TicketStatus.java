package org.triviumcrm.support.ticket;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whose turn it is, and whether it is over. */
public enum TicketStatus {
    /** Nobody has done anything about it yet. */
    NEW,
    /** Somebody works on it. */
    OPEN,
    /** The customer has been asked something. */
    PENDING,
    /** Somebody else has: a supplier, another department. */
    ON_HOLD,
    /** It is answered; what the customer says to it opens it again. */
    SOLVED,
    /** It is over for good; what the customer says later makes a new one. */
    CLOSED;

    /** In SQL, those that {@link #isOpen}. */
    public static final String OPEN_ONES = "('NEW', 'OPEN', 'PENDING', 'ON_HOLD')";

    public boolean isOpen() {
        return this != SOLVED && this != CLOSED;
    }

    /** What people can make of it. A new one is new by itself, and closing comes with time. */
    public List<TicketStatus> next() {
        return this == CLOSED
                ? List.of()
                : Stream.of(OPEN, PENDING, ON_HOLD, SOLVED)
                        .filter(other -> other != this)
                        .toList();
    }

    void requireGoingOn() {
        if (this == CLOSED) {
            throw new WrongTicketStatus("support.ticket.error.closed");
        }
    }

    /** By hand. */
    void requireFollowedBy(TicketStatus next) {
        requireGoingOn();
        if (!next().contains(next)) {
            throw new WrongTicketStatus("support.ticket.error.status");
        }
    }

    /** The kind of badge: the class {@code state-<kind>}. */
    public String badge() {
        return name().toLowerCase(Locale.ROOT);
    }
}

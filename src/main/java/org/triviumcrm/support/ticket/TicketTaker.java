package org.triviumcrm.support.ticket;

/** Who has a ticket after something that is said the same of many. */
public enum TicketTaker {
    /** Whoever does it. */
    ME,
    /** It goes back to its queue. */
    NOBODY
}

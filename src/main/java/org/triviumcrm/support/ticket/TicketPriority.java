package org.triviumcrm.support.ticket;

import java.util.Locale;

/** How urgent a ticket is, ascending. */
public enum TicketPriority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    /** One more urgent; the most urgent stays. */
    public TicketPriority next() {
        return this == URGENT ? URGENT : values()[ordinal() + 1];
    }

    /** The kind of badge: the class {@code state-<kind>}. */
    public String badge() {
        return name().toLowerCase(Locale.ROOT);
    }
}

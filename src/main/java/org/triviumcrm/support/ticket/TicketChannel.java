package org.triviumcrm.support.ticket;

/** How a ticket has come. */
public enum TicketChannel {
    EMAIL,
    PHONE,
    WEB,
    CHAT,
    PORTAL,
    SOCIAL
}

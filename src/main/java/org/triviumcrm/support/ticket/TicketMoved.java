package org.triviumcrm.support.ticket;

/**
 * Something about a ticket is another now: told in the transaction that made it so, after its events are written, so that what
 * hangs on it is right at once.
 */
public record TicketMoved(long ticketId) {}

package org.triviumcrm.support.ticket;

/** Somebody said something among ourselves in a ticket, which is the same ticket as before. Told in the transaction that writes it. */
public record TicketNoted(long ticketId) {}

package org.triviumcrm.support.ticket;

/** A ticket among those of a customer. */
public record TicketRow(long id, long number, String name, TicketStatus status, TicketPriority priority) {}

package org.triviumcrm.support.backlog;

import org.triviumcrm.support.ticket.TicketStatus;

/** A file says that a ticket which is there has come further. */
record Move(long ticket, TicketStatus was, TicketStatus becomes) {}

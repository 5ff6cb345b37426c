package org.triviumcrm.support.ticket;

/** The same of more tickets than can be looked at in the transaction: what hangs on them is made right afterwards. */
public record ManyTicketsMoved() {}

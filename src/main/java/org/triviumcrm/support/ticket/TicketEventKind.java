package org.triviumcrm.support.ticket;

/** What can happen to a ticket. */
public enum TicketEventKind {
    OPENED,
    /** The customer wrote. */
    INBOUND,
    /** A person answered. */
    REPLIED,
    STATUS,
    OWNER,
    QUEUE,
    PRIORITY,
    TYPE,
    /** Another one is read along in it. */
    MERGED,
    /** A part of it has become another one, or it was a part of another one. */
    SPLIT
}

package org.triviumcrm.support.message;

/** Somebody said something among ourselves in a ticket, which is the same ticket as before. */
public record NoteWritten(long ticketId) {}

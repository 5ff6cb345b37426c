package org.triviumcrm.support.message;

/** A file that came or went with a message. @param size in bytes */
public record MessageFile(long id, long messageId, String name, String contentType, long size) {}

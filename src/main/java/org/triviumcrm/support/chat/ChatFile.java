package org.triviumcrm.support.chat;

/** A file that was sent in a talk. @param size in bytes */
public record ChatFile(long id, String name, String contentType, long size) {}

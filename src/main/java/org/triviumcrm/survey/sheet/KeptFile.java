package org.triviumcrm.survey.sheet;

/** A file that is an answer. @param size in bytes */
public record KeptFile(String name, String contentType, long size) {}

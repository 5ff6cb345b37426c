package org.triviumcrm.marketing.cost;

/** The file that proves a cost. @param size in bytes */
public record Receipt(long costId, String name, String contentType, long size) {}

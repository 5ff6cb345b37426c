package org.triviumcrm.identity;

/**
 * Somebody has given records to somebody else, one or many at once; told once when all of them have gone.
 *
 * @param recordType such as {@code customer}
 * @param count how many have changed hands, at least one
 */
public record RecordsGiven(String recordType, long giverId, long ownerId, long count) {}

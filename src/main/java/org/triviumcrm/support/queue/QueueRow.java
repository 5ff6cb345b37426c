package org.triviumcrm.support.queue;

/**
 * A queue in the administrator's list.
 *
 * @param members people who are switched on
 * @param open tickets in it that are not solved
 * @param unowned those of them that nobody has
 */
public record QueueRow(
        long id, String name, QueueAssignment assignment, boolean active, int members, long open, long unowned) {}

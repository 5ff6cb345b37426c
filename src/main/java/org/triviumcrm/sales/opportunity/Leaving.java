package org.triviumcrm.sales.opportunity;

/**
 * What goes with an opportunity that is purged, in numbers.
 *
 * @param history entries of who changed what
 * @param activities calls, meetings, notes and tasks about it; they go to the timeline of its customer, if it has one
 */
public record Leaving(long stageChanges, long stateChanges, long history, long activities) {}

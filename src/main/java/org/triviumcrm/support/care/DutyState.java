package org.triviumcrm.support.care;

/** By which duties are found. */
public enum DutyState {
    OPEN,
    OVERDUE,
    DONE,
    /** Its task was deleted. */
    DROPPED
}

package org.triviumcrm.sales.assignment;

/** Why somebody got a new opportunity. */
public enum AssignmentCause {
    PERSON,
    ROUND_ROBIN,
    LEAST_WORK,
    TERRITORY_MANAGER,
    /** Nobody whom the rule names has room: the manager of the team. */
    NO_ROOM
}

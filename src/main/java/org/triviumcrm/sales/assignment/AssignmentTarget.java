package org.triviumcrm.sales.assignment;

/** To whom a rule gives new opportunities. */
public enum AssignmentTarget {
    /** To one person. */
    PERSON,
    /** To the members of a team, one after the other. */
    ROUND_ROBIN,
    /** To the member of a team who has the fewest open opportunities. */
    LEAST_WORK
}

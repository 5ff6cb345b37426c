package org.triviumcrm.sales.assignment;

/** To whom a rule gives new opportunities. */
public enum AssignmentTarget {
    /** To one person. */
    PERSON,
    /** To the members of a team, one after the other. */
    ROUND_ROBIN,
    /** To the member of a team who has the fewest open opportunities. */
    LEAST_WORK,
    /** To whoever manages the territory in which it lies, else the next above. */
    TERRITORY_MANAGER;

    /** Whether the rule names a team. */
    boolean ofTeam() {
        return this == ROUND_ROBIN || this == LEAST_WORK;
    }
}

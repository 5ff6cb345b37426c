package org.triviumcrm.identity;

/** How far a person sees among the records of one kind, from nothing to everything. */
public enum AccessLevel {
    NONE,
    OWN,
    TEAM,
    TEAM_AND_BELOW,
    ALL;

    /** The wider of the two: several roles add up. */
    public AccessLevel or(AccessLevel other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

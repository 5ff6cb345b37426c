package org.triviumcrm.insight.people;

/** Whose figures are told apart. */
public enum PeopleCut {
    PERSON,
    /** A team with all below it: what is counted for one counts for those above as well. */
    TEAM
}

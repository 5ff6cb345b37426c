package org.triviumcrm.approval.definition;

/** How the approvers of a step are found. */
public enum ApproverKind {
    /** Named people. */
    PERSON,
    /** Everybody active who has one of some roles. */
    ROLE,
    /** Who is in charge of the record's team, or of named teams. */
    TEAM_MANAGER,
    /** The n-th superior of the submitter. */
    SUPERIOR,
    /** Whom the submitter chooses on submitting. */
    CHOICE
}

package org.triviumcrm.support.vote;

/** Why an article did not help. */
public enum VoteReason {
    UNCLEAR,
    INCOMPLETE,
    OUTDATED,
    WRONG,
    OTHER
}

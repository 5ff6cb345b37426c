package org.triviumcrm.approval.rule;

import org.jspecify.annotations.Nullable;

/**
 * One place among the approvers of a step.
 *
 * @param personId who is asked
 * @param formerPersonId whose place it is; null when it is the person's own
 * @param approvedBefore whether an earlier approval of the person counts here, so that nobody is asked again
 */
public record Seat(long personId, @Nullable Long formerPersonId, Cause cause, boolean approvedBefore) {

    /** Why this person. */
    public enum Cause {
        /** The step names the person. */
        ASSIGNED,
        /** For somebody who is away. */
        DEPUTY,
        /** In the place of the submitter, or of somebody who has left. */
        SUPERIOR,
        /** The step found nobody. */
        FALLBACK
    }
}

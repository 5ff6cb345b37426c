package org.triviumcrm.approval.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a flow would do with a record.
 *
 * @param applies whether its conditions hold
 * @param when each of its conditions
 * @param earlier name of a flow that is asked before and applies as well, so that this one is not asked; null for none
 * @param steps in order; none when it does not apply
 * @param ends whether it would be approved or rejected when everybody who is asked approves
 */
public record TrialResult(
        boolean applies, List<Verdict> when, @Nullable String earlier, List<Step> steps, End ends) {

    /** How it would end. */
    public enum End {
        APPROVED,
        REJECTED
    }

    /** What becomes of a step. */
    public enum Standing {
        /** Somebody is asked. */
        ASKED,
        /** Earlier approvals count and are enough. */
        COUNTS,
        /** The submitter chooses who is asked. */
        CHOSEN,
        /** Its condition does not hold. */
        NOT_NEEDED,
        /** Nobody is found, and the flow passes it over then. */
        NOBODY,
        /** Nobody is found, and the flow rejects it then. */
        REJECTS,
        /** A step before it has rejected it. */
        NOT_REACHED
    }

    /**
     * A condition, or the joining of a group of them.
     *
     * @param depth 0 for those of the outermost group
     * @param actual the value of the record; null when it is unknown, or when it is a group
     */
    public record Verdict(int depth, String text, @Nullable String actual, boolean holds, boolean group) {}

    /** @param asks who is asked and how many of them, in words; notes: the rules that worked, in words */
    public record Step(
            String name, Standing standing, String asks, List<Verdict> when, List<Seat> seats, List<String> notes) {}

    /** Somebody who is asked, and why this person. */
    public record Seat(String name, String why) {}
}

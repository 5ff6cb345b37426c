package org.triviumcrm.approval.definition;

import org.jspecify.annotations.Nullable;

/**
 * What happens in the cases that are not the rule.
 *
 * @param fallbackPersonId who is asked with {@link NobodyFound#FALLBACK}; null otherwise
 */
public record EdgeRules(
        NobodyFound nobodyFound,
        @Nullable Long fallbackPersonId,
        Submitter submitter,
        SamePerson samePerson,
        Absent absent) {

    /** A step finds nobody to ask. */
    public enum NobodyFound {
        /** A named person is asked. */
        FALLBACK,
        /** The step is passed over. */
        SKIP,
        /** The case is rejected. */
        REJECT
    }

    /** The submitter is among the approvers of a step. */
    public enum Submitter {
        /** The next superior is asked instead. */
        SUPERIOR,
        /** The others alone are asked; without others it is as if nobody had been found. */
        LEAVE_OUT,
        /** The submitter is asked as everybody else. */
        ALLOW
    }

    /** Somebody who approved in an earlier step of the same round is an approver again. */
    public enum SamePerson {
        /** The earlier approval counts here, too. */
        COUNTS,
        /** Asked again. */
        ASK_AGAIN
    }

    /** An approver is absent. Who has left is always replaced by the next superior; without one the place is left out. */
    public enum Absent {
        /** The deputy is asked, and that one's deputy when absent as well. */
        DEPUTY,
        /** The case waits for the absent one. */
        WAIT
    }

    /** What a new flow begins with: the strict answer each time, except that an approval counts once. */
    public static final EdgeRules USUAL =
            new EdgeRules(NobodyFound.REJECT, null, Submitter.SUPERIOR, SamePerson.COUNTS, Absent.DEPUTY);
}

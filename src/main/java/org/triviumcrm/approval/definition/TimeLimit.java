package org.triviumcrm.approval.definition;

import org.jspecify.annotations.Nullable;

/**
 * What happens to a step that nobody has decided in time.
 *
 * @param hours from the opening of the step, at least 1; they run day and night
 * @param escalateTo with {@link Outcome#ESCALATE} the person who is asked then; null for the superiors of those who were asked
 */
public record TimeLimit(
        int hours, Outcome outcome, @Nullable Long escalateTo) {

    /** What takes the place of a decision. */
    public enum Outcome {
        /** Somebody further up is asked instead; once. */
        ESCALATE,
        /** The step counts as approved. */
        APPROVE,
        /** The case counts as rejected. */
        REJECT
    }
}

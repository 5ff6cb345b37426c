package org.triviumcrm.approval.definition;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.condition.ConditionGroup;

/**
 * One step of a flow.
 *
 * @param key never changes and is never used again in the flow: {@code s1}, {@code s2}, …; letters and digits, begins with a letter
 * @param when whether the step is asked at all; passed over when it does not hold
 * @param percent with {@link Mode#PERCENTAGE} how many of 100 must approve, 1 to 100; else without meaning
 * @param remindAfterHours after how many hours, and again after as many, who has not decided is reminded; null for never
 */
public record Step(
        String key,
        String name,
        ConditionGroup when,
        Approvers approvers,
        Mode mode,
        int percent,
        @Nullable Integer remindAfterHours,
        @Nullable TimeLimit limit) {

    /** The same under another key. */
    public Step named(String other) {
        return new Step(other, name, when, approvers, mode, percent, remindAfterHours, limit);
    }
}

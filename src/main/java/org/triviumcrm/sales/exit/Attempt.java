package org.triviumcrm.sales.exit;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to do with an opportunity that is stored.
 *
 * @param lockedBy id of the case that has locked it, null for none
 * @param target the stage it leads to, where the exit leads to one
 * @param input what was typed: what is done when it is approved
 * @param change what becomes of the facts; only asked where an approval looks at them
 */
public record Attempt(
        Exit exit,
        long id,
        @Nullable Long lockedBy,
        @Nullable Long target,
        Object input,
        UnaryOperator<OpportunityFacts> change) {

    /** One after which the facts are what they were. */
    public static Attempt of(Exit exit, long id, @Nullable Long lockedBy, Object input) {
        return new Attempt(exit, id, lockedBy, null, input, UnaryOperator.identity());
    }
}

package org.triviumcrm.sales.opportunity;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.pipeline.Stage;

/**
 * An open stage on the path of an opportunity, and how it gets there.
 *
 * @param past whether it lies before the present one
 * @param whyNot message key of the rule that refuses the move
 */
public record PathStep(
        Stage stage, boolean past, Way way, @Nullable String whyNot) {

    /** How an opportunity gets to a stage. */
    public enum Way {
        /** It is there. */
        HERE,
        /** At once. */
        STRAIGHT,
        /** After a form with what the stage asks for. */
        ASKS,
        /** Not at all. */
        REFUSED
    }

    public boolean is(String name) {
        return way == Way.valueOf(name);
    }
}

package org.triviumcrm.sales.qualification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a lead has become, for its page.
 *
 * @param opportunity its name, null when there is none or the viewer does not see it
 * @param undoable whether the viewer may still take it back
 */
record Outcome(
        Instant at,
        String person,
        @Nullable Long opportunityId,
        @Nullable String opportunity,
        boolean undoable) {}

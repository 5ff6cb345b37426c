package org.triviumcrm.sales.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would do with an opportunity.
 *
 * @param holds whether its conditions hold
 * @param candidates those whom it names, by id
 * @param assigned who would get it, null when nobody would
 */
record TriedRule(
        String name,
        boolean holds,
        List<Candidate> candidates,
        @Nullable Assigned assigned) {}

package org.triviumcrm.marketing.score;

import org.jspecify.annotations.Nullable;

/**
 * What happens once to a lead that reaches so many points.
 *
 * @param personId who gets a lead that nobody has, or is told of it; null: who looks after the lead is told
 * @param person what that person is called
 * @param assigns whether a lead that nobody has goes to that person
 */
record ScoreThreshold(
        long id,
        int atLeast,
        @Nullable Long personId,
        @Nullable String person,
        boolean assigns) {}

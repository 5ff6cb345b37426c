package org.triviumcrm.marketing.score;

import org.jspecify.annotations.Nullable;

/**
 * A rule in the list.
 *
 * @param sentence of whom it holds; null where it does of everybody
 * @param leads how many have points of it now
 */
record ScoreRow(
        long id,
        String name,
        int points,
        @Nullable LeadEvent event,
        @Nullable String sentence,
        @Nullable Integer halfLifeDays,
        @Nullable Integer most,
        boolean active,
        long leads) {}

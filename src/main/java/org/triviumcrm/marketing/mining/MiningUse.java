package org.triviumcrm.marketing.mining;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups of a model that became a target list.
 *
 * @param audience what the list is called; null when it is not there any more
 * @param campaign the one that they were put into; null when there is none
 * @param over whether that campaign is, so that hardly anybody else will answer
 * @param people how many they were
 * @param promised at the places of the leaves, what share of them was to say yes, from 0 to 1; empty where it was not written down
 * @param sentences at the same places, what those in them have in common
 */
public record MiningUse(
        long id,
        long modelId,
        String model,
        @Nullable Long audienceId,
        @Nullable String audience,
        @Nullable Long campaignId,
        @Nullable String campaign,
        boolean over,
        List<Integer> leaves,
        List<Double> promised,
        List<String> sentences,
        long people,
        @Nullable String by,
        Instant usedAt) {

    /** Whether it can be told what became of it. */
    public boolean isFollowed() {
        return !promised.isEmpty();
    }
}

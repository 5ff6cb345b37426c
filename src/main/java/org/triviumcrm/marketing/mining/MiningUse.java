package org.triviumcrm.marketing.mining;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups of a model that became a target list.
 *
 * @param audience what the list is called; null when it is not there any more
 * @param people how many they were
 */
public record MiningUse(
        @Nullable Long audienceId,
        @Nullable String audience,
        List<Integer> leaves,
        long people,
        @Nullable String by,
        Instant usedAt) {}

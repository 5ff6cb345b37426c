package org.triviumcrm.sales.snapshot;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which changes.
 *
 * @param period as {@link org.triviumcrm.sales.quota.Period} writes months and quarters
 * @param team null for all in reach
 * @param since the Monday of a week that is written down; null for the latest before this week
 * @param change whose opportunities are shown
 */
public record ChangeFilter(
        @Nullable String period,
        @Nullable Long team,
        @Nullable LocalDate since,
        @Nullable Change change) {}

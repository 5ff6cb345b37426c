package org.triviumcrm.shared.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which changes of all tables to read; null leaves a condition out.
 *
 * @param table only records of this kind
 * @param to exclusive
 * @param before only revisions before this one: the key of the next page
 */
public record HistoryFilter(
        @Nullable Long personId,
        @Nullable String table,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long before) {}

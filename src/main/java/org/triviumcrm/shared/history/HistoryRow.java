package org.triviumcrm.shared.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One changed field as the database gives it; {@code field} is null for a record that was only created or deleted. */
record HistoryRow(
        HistoryTable table,
        long revision,
        Instant at,
        @Nullable Long personId,
        @Nullable String cause,
        int kind,
        long recordId,
        @Nullable String recordName,
        @Nullable String field,
        @Nullable String before,
        @Nullable String after) {}

package org.triviumcrm.identity.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run for its page.
 *
 * @param label message: what was done
 * @param list address of the list of its records
 * @param undoable whether it can be taken back now
 * @param retryable whether those refused can be tried again
 * @param outcome which rows are shown
 * @param next the key after which the next page begins, null on the last one
 */
public record BulkResult(
        BulkRun run,
        String label,
        String list,
        boolean undoable,
        boolean retryable,
        List<Reason> reasons,
        String outcome,
        List<Row> rows,
        @Nullable Long next) {

    /** Why records were refused, and how many. */
    public record Reason(String reason, @Nullable String argument, long count) {}

    /** @param name null when the record is gone or hidden by now */
    public record Row(
            long id,
            @Nullable String name,
            @Nullable String reason,
            @Nullable String argument) {}
}

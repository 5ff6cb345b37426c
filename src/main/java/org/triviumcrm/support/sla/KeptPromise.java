package org.triviumcrm.support.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise as it is kept in the database.
 *
 * @param warnedAt when it was warned that its time is nearly over
 * @param breachedAt when it was done what is to be done once it is broken
 */
record KeptPromise(
        PromiseKind kind,
        PromiseState state,
        @Nullable Instant startedAt,
        @Nullable Instant settledAt,
        @Nullable Instant warnedAt,
        @Nullable Instant breachedAt) {

    boolean isOpen() {
        return settledAt == null;
    }
}

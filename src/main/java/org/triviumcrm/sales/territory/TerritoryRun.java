package org.triviumcrm.sales.territory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Opportunities put elsewhere in the background.
 *
 * @param from the territory that goes; null where the rules look at all
 * @param fromName what it is or was called
 * @param to where what is in it goes, null for where the rules put it
 * @param reachedId the last opportunity looked at
 * @param changed how many of those looked at lie elsewhere now
 */
record TerritoryRun(
        long id,
        Kind kind,
        @Nullable Long fromId,
        @Nullable String fromName,
        @Nullable Long toId,
        @Nullable String person,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long reachedId,
        long examined,
        long changed) {

    enum Kind {
        RULES,
        REMOVAL
    }

    public boolean isFinished() {
        return finishedAt != null;
    }
}

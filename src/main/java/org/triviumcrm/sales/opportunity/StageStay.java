package org.triviumcrm.sales.opportunity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stay in a stage: since when, how long in seconds (until now for the present one), who brought it there.
 *
 * @param present whether it is there now
 */
public record StageStay(
        String stage,
        Instant since,
        @Nullable Long seconds,
        boolean present,
        @Nullable String by,
        @Nullable String reason) {}

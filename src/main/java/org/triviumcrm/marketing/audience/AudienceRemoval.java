package org.triviumcrm.marketing.audience;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** People who were taken off a target list and can be put back. */
public record AudienceRemoval(
        long id, long people, Instant at, @Nullable String by) {}

package org.triviumcrm.marketing.score;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points that a lead was given.
 *
 * @param rule what for, as it was called then
 * @param points at first
 * @param now what is left of them
 * @param happened since when they count
 * @param endedAt since when they do not any more; null while they do
 */
record ScorePoint(
        String rule,
        int points,
        BigDecimal now,
        @Nullable Integer halfLifeDays,
        Instant happened,
        @Nullable Instant endedAt) {}

package org.triviumcrm.sales.split;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's share in an opportunity, of now or of the past.
 *
 * @param number shares of the same number belong together
 * @param percent of the amount
 * @param amount in the opportunity's currency, to the cent; null while its amount is unknown
 * @param cause SET, OWNER, REOPENED or EARNED
 * @param fixedAt when it was won, from when on it stays
 * @param endedAt when others took its place; null for those of now
 */
public record SplitShare(
        int number,
        long personId,
        String name,
        boolean active,
        BigDecimal percent,
        @Nullable BigDecimal amount,
        Instant since,
        String cause,
        @Nullable String setBy,
        @Nullable Instant fixedAt,
        @Nullable Instant endedAt) {}

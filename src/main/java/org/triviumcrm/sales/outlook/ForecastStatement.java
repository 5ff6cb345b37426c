package org.triviumcrm.sales.outlook;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said will be signed in a period by its end, in the company's currency.
 *
 * @param ownerId whose forecast it is
 * @param teamId the team that was in then; 0 for none
 * @param note why, where somebody else says it
 * @param withCommit what the opportunities said then: won and sure
 * @param withBest the same with what might come as well
 */
public record ForecastStatement(
        long id,
        long ownerId,
        long teamId,
        BigDecimal committed,
        BigDecimal bestCase,
        @Nullable String note,
        long saidBy,
        String saidByName,
        Instant saidAt,
        BigDecimal won,
        BigDecimal withCommit,
        BigDecimal withBest) {

    public boolean isAdjusted() {
        return saidBy != ownerId;
    }
}

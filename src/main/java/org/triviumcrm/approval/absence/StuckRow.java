package org.triviumcrm.approval.absence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that does not go on by itself.
 *
 * @param taskId null when nobody at all is asked
 * @param awayUntil until which day who is asked is away, without a deputy who could decide; null otherwise
 */
public record StuckRow(
        @Nullable Long taskId,
        long caseId,
        String title,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        String submitter,
        @Nullable String stepName,
        @Nullable String person,
        Instant since,
        @Nullable LocalDate awayUntil,
        Why why) {

    /** Why it does not go on. */
    public enum Why {
        /** Who is asked has left. */
        LEFT,
        /** Who is asked is away. */
        AWAY,
        /** The time is over, and nobody is above who is asked. */
        LATE,
        /** Nobody is asked at all. */
        NOBODY,
        /** It was returned for changes, and who submitted it has left. */
        RETURNED
    }
}

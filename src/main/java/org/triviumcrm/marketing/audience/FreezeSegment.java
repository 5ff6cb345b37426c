package org.triviumcrm.marketing.audience;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The segment whose customers are to be put on a target list.
 *
 * @param on as they were at the end of this day; null for now
 * @param contacts whether not the customers themselves but the people who work there are meant
 */
record FreezeSegment(
        @NotNull(message = "{marketing.audience.error.segment}") @Nullable
        Long segmentId,

        @PastOrPresent(message = "{marketing.audience.error.future}") @Nullable
        LocalDate on,

        @Nullable Boolean contacts) {

    /** Once it is checked. */
    long segment() {
        return Objects.requireNonNull(segmentId);
    }
}

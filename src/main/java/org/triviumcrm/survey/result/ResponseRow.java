package org.triviumcrm.survey.result;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One who has answered. Who is nobody's customer is nobody in particular.
 *
 * @param text what was said to a question
 */
public record ResponseRow(
        long id,
        long surveyId,
        String survey,
        Instant at,
        @Nullable Long customerId,
        @Nullable String customer,
        @Nullable String contact,
        @Nullable String level,
        @Nullable Integer nps,
        @Nullable Integer csat,
        @Nullable String text) {

    /** Whether it is bad: 0 to 6 of 10, or 1 and 2 of 5. */
    public boolean isBad() {
        return nps != null && nps <= Nps.DETRACTS_TO || csat != null && csat <= 2;
    }
}

package org.triviumcrm.survey.followup;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How content a customer is, by what it has answered.
 *
 * @param answers the latest, newest first
 * @param trend its mean recommendation by month, the oldest first
 */
public record CustomerMood(List<Answer> answers, List<Month> trend) {

    private static final int DETRACTS_TO = 6;
    private static final int UNSATISFIED_TO = 2;

    public record Answer(
            long id,
            long surveyId,
            String survey,
            @Nullable String contact,
            Instant at,
            @Nullable Integer nps,
            @Nullable Integer csat) {

        public boolean isBad() {
            return nps != null && nps <= DETRACTS_TO || csat != null && csat <= UNSATISFIED_TO;
        }
    }

    /** @param mean from 0 to 10 */
    public record Month(YearMonth month, BigDecimal mean, long answers) {}
}

package org.triviumcrm.survey;

import org.jspecify.annotations.Nullable;

/**
 * Somebody has answered a survey; told in the transaction that keeps the answer.
 *
 * @param about what the one who had it asked named, such as {@code ticket:42}; null for nothing
 * @param customerId whose answer it is; null when that is not known
 * @param nps from 0 to 10, where that was asked
 * @param csat from 1, not at all satisfied, to 5, where that was asked
 */
public record SurveyAnswered(
        long surveyId,
        long responseId,
        @Nullable String about,
        @Nullable Long customerId,
        @Nullable Long contactId,
        @Nullable Integer nps,
        @Nullable Integer csat) {

    private static final int DETRACTS_TO = 6;
    private static final int UNSATISFIED_TO = 2;

    /** Whether somebody is to look after them: 0 to 6 of 10, or 1 and 2 of 5. */
    public boolean isBad() {
        return nps != null && nps <= DETRACTS_TO || csat != null && csat <= UNSATISFIED_TO;
    }
}

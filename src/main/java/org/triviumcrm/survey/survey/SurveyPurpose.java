package org.triviumcrm.survey.survey;

/** What a survey is for. Its text is {@code survey.survey.purpose.<constant>}. */
public enum SurveyPurpose {
    MARKET,
    /** How satisfied somebody is with what was done, from 1 to 5. */
    CSAT,
    /** How likely somebody is to recommend us, from 0 to 10. */
    NPS,
    RETURN_VISIT
}

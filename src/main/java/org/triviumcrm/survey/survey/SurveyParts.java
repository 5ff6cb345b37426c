package org.triviumcrm.survey.survey;

/** What a survey consists of: taken over when it is copied, gone when it is deleted. Implemented by each of them. */
public interface SurveyParts {

    void copy(long fromId, long toId);

    void remove(long surveyId);
}

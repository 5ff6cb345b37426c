package org.triviumcrm.survey.survey;

/** What a survey must have before it is opened. Implemented by what it consists of. */
public interface OpeningRule {

    /** @throws WrongSurveyState when something is missing */
    void check(Survey survey);
}

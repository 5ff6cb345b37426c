package org.triviumcrm.survey.survey;

import org.triviumcrm.shared.web.Refusal;

/** That can't be done with a survey as it is. */
public class WrongSurveyState extends Refusal {

    private static final long serialVersionUID = 1;

    public WrongSurveyState(String messageKey) {
        super(null, messageKey);
    }
}

package org.triviumcrm.survey.invitation;

import org.triviumcrm.shared.web.Refusal;

/** Nobody can be asked by this survey now. */
class AskingRefused extends Refusal {

    private static final long serialVersionUID = 1;

    AskingRefused(String messageKey) {
        super("surveyId", messageKey);
    }
}

package org.triviumcrm.survey.question;

import org.triviumcrm.shared.web.Refusal;

/** The questions of a survey would not fit together any more. */
class QuestionRefused extends Refusal {

    private static final long serialVersionUID = 1;

    QuestionRefused(String messageKey) {
        super(null, messageKey);
    }
}

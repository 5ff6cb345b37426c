package org.triviumcrm.approval.absence;

import org.triviumcrm.shared.web.Refusal;

/** An absence that can't be: the message says why. */
class AbsenceRefused extends Refusal {

    private static final long serialVersionUID = 1;

    AbsenceRefused(String field, String messageKey) {
        super(field, messageKey);
    }
}

package org.triviumcrm.support.care;

import org.triviumcrm.shared.web.Refusal;

/** What the state of a plan does not allow; the message key says why. */
class CareRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    CareRefusal(String messageKey) {
        super(null, messageKey);
    }
}

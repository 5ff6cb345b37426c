package org.triviumcrm.sales.opportunity;

import org.triviumcrm.shared.web.Refusal;

/** A step that an opportunity's state does not allow; the message key says which. */
class IllegalMove extends Refusal {

    private static final long serialVersionUID = 1;

    IllegalMove(String messageKey) {
        super(null, messageKey);
    }
}

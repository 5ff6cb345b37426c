package org.triviumcrm.sales.receivable;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** What was typed of payments can't be as it is; the message key says why. */
class IllegalPayment extends Refusal {

    private static final long serialVersionUID = 1;

    /** @param field where the form shows it, null for the form as a whole */
    IllegalPayment(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}

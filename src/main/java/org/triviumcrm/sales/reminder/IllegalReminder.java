package org.triviumcrm.sales.reminder;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** A reminder can't be sent as it is; the message key says why. */
class IllegalReminder extends Refusal {

    private static final long serialVersionUID = 1;

    /** @param field where the form shows it, null for the form as a whole */
    IllegalReminder(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}

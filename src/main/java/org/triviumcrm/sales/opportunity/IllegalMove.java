package org.triviumcrm.sales.opportunity;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** A step that an opportunity's state does not allow; the message key says which. */
public class IllegalMove extends Refusal {

    private static final long serialVersionUID = 1;

    IllegalMove(String messageKey) {
        this(null, messageKey);
    }

    /** @param field where the form shows it, null for the form as a whole */
    IllegalMove(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}

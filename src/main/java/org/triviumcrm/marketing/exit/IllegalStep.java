package org.triviumcrm.marketing.exit;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** What a campaign's state, or what is known of it, does not allow; the message key says why. */
public class IllegalStep extends Refusal {

    private static final long serialVersionUID = 1;

    public IllegalStep(String messageKey) {
        this(null, messageKey);
    }

    /** @param field where the form shows it, null for the form as a whole */
    public IllegalStep(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}

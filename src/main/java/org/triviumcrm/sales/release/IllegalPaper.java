package org.triviumcrm.sales.release;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** What a quote's state, or what is known of it, does not allow; the message key says why. */
public class IllegalPaper extends Refusal {

    private static final long serialVersionUID = 1;

    public IllegalPaper(String messageKey) {
        this(null, messageKey);
    }

    /** @param field where the form shows it, null for the form as a whole */
    public IllegalPaper(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}

package org.triviumcrm.approval.absence;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** An absence that can't be: the message says why. */
class AbsenceRefused extends Refusal {

    private static final long serialVersionUID = 1;

    AbsenceRefused(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}

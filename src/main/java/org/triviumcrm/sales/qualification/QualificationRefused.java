package org.triviumcrm.sales.qualification;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** Why a lead is not qualified, or a qualification not taken back; the message key says which. */
class QualificationRefused extends Refusal {

    private static final long serialVersionUID = 1;

    QualificationRefused(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}

package org.triviumcrm.sales.outlook;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** Why a forecast is not taken down as a form says. */
class StatementRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    StatementRefusal(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}

package org.triviumcrm.sales.rate;

import org.triviumcrm.shared.web.Refusal;

/** Totals can't be rounded so; the message key says why. */
class RoundingRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    RoundingRefusal(String field, String messageKey) {
        super(field, messageKey);
    }
}

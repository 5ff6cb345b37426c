package org.triviumcrm.sales.price;

import org.triviumcrm.shared.web.Refusal;

/** The prices of a list are in its currency: it does not change as long as there are any. */
class CurrencyFixed extends Refusal {

    private static final long serialVersionUID = 1;

    CurrencyFixed() {
        super("currency", "sales.price.error.currencyFixed");
    }
}

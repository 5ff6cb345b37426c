package org.triviumcrm.sales.opportunity;

import org.triviumcrm.shared.web.Refusal;

/** Nothing is laid aside until today or a day that has passed. */
class UntilPast extends Refusal {

    private static final long serialVersionUID = 1;

    UntilPast() {
        super("until", "sales.opportunity.error.untilPast");
    }
}

package org.triviumcrm.marketing.plan;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** What is wrong with a plan as typed; the message key says why. */
public class PlanRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    /** @param field where the form shows it, null for the form as a whole */
    PlanRefusal(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}

package org.triviumcrm.approval.flow;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** Why something is not done with a flow. */
class FlowRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    FlowRefusal(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}

package org.triviumcrm.sales.pipeline;

import org.triviumcrm.shared.web.Refusal;

/** An opportunity in the stage, or on its way into it, waits for an approval: it has to be decided first. */
class StageUnderApproval extends Refusal {

    private static final long serialVersionUID = 1;

    StageUnderApproval() {
        super(null, "sales.stage.error.underApproval");
    }
}

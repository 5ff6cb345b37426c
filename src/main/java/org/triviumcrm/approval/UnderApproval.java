package org.triviumcrm.approval;

import org.triviumcrm.shared.web.Refusal;

/** A case about the record runs, so nothing else may be done with it. */
public class UnderApproval extends Refusal {

    private static final long serialVersionUID = 1;

    private final long caseId;

    public UnderApproval(long caseId) {
        super(null, "approval.refusal.underApproval");
        this.caseId = caseId;
    }

    public long caseId() {
        return caseId;
    }
}

package org.triviumcrm.approval;

import org.triviumcrm.shared.web.Refusal;

/** An active flow applies to what somebody is about to do. */
public class ApprovalNeeded extends Refusal {

    private static final long serialVersionUID = 1;

    private final transient Requirement requirement;

    public ApprovalNeeded(Requirement requirement) {
        super(null, "approval.refusal.needed");
        this.requirement = requirement;
    }

    public Requirement requirement() {
        return requirement;
    }
}

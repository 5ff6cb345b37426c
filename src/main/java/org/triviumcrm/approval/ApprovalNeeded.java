package org.triviumcrm.approval;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** An active flow applies to what somebody is about to do. */
public class ApprovalNeeded extends Refusal {

    private static final long serialVersionUID = 1;

    private final transient Requirement requirement;
    private final transient Proposal proposal;
    private final transient @Nullable ApprovedAction action;

    public ApprovalNeeded(Requirement requirement, Proposal proposal) {
        this("approval.refusal.needed", requirement, proposal, null);
    }

    private ApprovalNeeded(
            String messageKey, Requirement requirement, Proposal proposal, @Nullable ApprovedAction action) {
        super(null, messageKey);
        this.requirement = requirement;
        this.proposal = proposal;
        this.action = action;
    }

    /** The same, with what is to be done when it is approved. */
    public ApprovalNeeded toDo(ApprovedAction approved) {
        return new ApprovalNeeded(key(), requirement, proposal, approved);
    }

    /** The same, said in other words. @param messageKey why it is needed */
    public ApprovalNeeded because(String messageKey) {
        return new ApprovalNeeded(messageKey, requirement, proposal, action);
    }

    public Requirement requirement() {
        return requirement;
    }

    public Proposal proposal() {
        return proposal;
    }

    /** What can be submitted; null when it can't be put off, as with a record that is only about to be created. */
    public @Nullable ApprovedAction action() {
        return action;
    }
}

package org.triviumcrm.approval;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Refusal;

/** Through which every action passes that can need an approval. */
public interface ApprovalGate {

    /**
     * The first active flow that applies to the record as it would be, unless a release covers the proposal. Only looks;
     * for pages that tell beforehand.
     */
    Optional<Requirement> requirement(Proposal proposal);

    /**
     * Lets an action pass, or says why not. A release that covers it is used up by this, so it belongs into the transaction of the
     * action.
     *
     * @throws UnderApproval while a case about the record runs
     * @throws ApprovalNeeded when a flow applies and no release covers the proposal
     */
    void pass(Proposal proposal);

    /**
     * Many at once, with a fixed number of statements.
     *
     * @return those that may not pass, by the id of the record; releases of the others are used up
     */
    Map<Long, Refusal> passAll(Collection<Proposal> proposals);

    /**
     * Asks for an approval: locks the record and opens the first step.
     *
     * @return id of the case
     * @throws UnderApproval while another case about the record runs
     * @throws org.springframework.security.access.AccessDeniedException when the viewer may not do it even if it were approved
     */
    long submit(Viewer viewer, Submission submission);
}

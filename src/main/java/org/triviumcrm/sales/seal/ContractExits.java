package org.triviumcrm.sales.seal;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.CaseRef;
import org.triviumcrm.approval.Foretold;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.sales.release.ReleaseGate;

/**
 * The exits of contracts. Each {@link ContractPassage} and each {@link ReleasedContract} is made here, after the approvals were asked: nothing
 * leaves without one.
 */
@Component
public class ContractExits {

    private static final ApprovedAction RELEASING = new ApprovedAction(ContractStep.RELEASE.name(), "{}");

    private final ReleaseGate gate;

    ContractExits(ReleaseGate gate) {
        this.gate = gate;
    }

    /**
     * Lets a step be taken, or says why not. Belongs into the transaction that then takes it, the row being locked.
     *
     * @param now the contract as it is
     * @param other whether the customer would read something else than before
     * @throws IllegalPaper when its state does not allow the step
     * @throws UnderApproval while a case about it runs, or has to be changed before it goes on
     * @throws ApprovalNeeded when somebody has to approve it first
     */
    public ContractPassage open(ContractStep step, ContractFacts now, boolean other) {
        gate.requireFree(ContractKeys.TYPE, now.id(), now.approvalCaseId());
        step.after(now.state());
        boolean decided = false;
        boolean anew = false;
        switch (step) {
            case RELEASE -> {
                requireInForce(now);
                decided = gate.ask(proposal(now), RELEASING);
            }
            case EDIT -> anew = now.state() == ContractState.RELEASED && other;
            case WITHDRAW -> anew = true;
            case DELETE, DUPLICATE, AMEND -> gate.requireNoCase(ContractKeys.TYPE, now.id());
            case SEND, SIGN, REPLACE, EXTEND, END, TERMINATE -> {}
        }
        if (anew) {
            gate.revoke(ContractKeys.TYPE, now.id(), "sales.contract.change.anew");
        }
        gate.open(step.name());
        return new ContractPassage(step, now.id(), decided, anew);
    }

    /** The same for a step that changes nothing of what the contract says. */
    public ContractPassage open(ContractStep step, ContractFacts now) {
        return open(step, now, false);
    }

    /**
     * Lets a contract leave, or says why not: it has to be released, as it is now, and no case about it may be open. Flows that were
     * switched on since don't ask for what was before them.
     *
     * @throws IllegalPaper when it is not released, or amends what has ended meanwhile
     * @throws UnderApproval while a case about it is open
     * @throws ApprovalNeeded when it is not any more what was approved
     */
    public ReleasedContract leave(ContractExit exit, ContractFacts now) {
        gate.requireUnlocked(now.approvalCaseId());
        if (!exit.isOpenTo(now.state())) {
            throw new IllegalPaper(
                    now.state().wasReleased()
                            ? "sales.contract.error.state." + now.state()
                            : "sales.contract.error.notReleased");
        }
        if (now.state() == ContractState.RELEASED) {
            requireInForce(now);
        }
        Instant since = now.releasedAt();
        if (since != null && now.state() == ContractState.RELEASED) {
            gate.requireSame(proposal(now), since, RELEASING, "sales.contract.error.changedSince");
        }
        return new ReleasedContract(now.id(), exit);
    }

    /** Nothing leaves that would amend what has ended meanwhile. */
    private static void requireInForce(ContractFacts amendment) {
        if (amendment.abandoned()) {
            throw new IllegalPaper("sales.contract.error.endedMeanwhile");
        }
    }

    /** What stands in the way of its release, for pages that tell beforehand; empty when nothing does. */
    public Optional<Foretold> foretell(Viewer viewer, ContractFacts now) {
        return ContractStep.RELEASE.isOffered(now.state())
                ? gate.foretell(viewer, proposal(now), RELEASING)
                : Optional.empty();
    }

    /** Does what a case has approved: its passage is open for exactly that, once. */
    public void carryOut(CaseRef ref, Runnable action) {
        gate.carryOut(ref, action);
    }

    /** A case takes hold of a contract, or lets go of it. */
    public void holdOrLetGo(long caseId) {
        gate.holdOrLetGo(caseId, ContractStep.RELEASE.name());
    }

    private static Proposal proposal(ContractFacts facts) {
        return new Proposal(ContractKeys.TYPE, facts.asSubject(), ContractKeys.RELEASE, null);
    }
}

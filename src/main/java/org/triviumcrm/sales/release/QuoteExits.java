package org.triviumcrm.sales.release;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.CaseRef;
import org.triviumcrm.approval.Foretold;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;

/**
 * The exits of quotes. Each {@link QuotePassage} and each {@link ReleasedQuote} is made here, after the approvals were asked: nothing
 * leaves without one.
 */
@Component
public class QuoteExits {

    private static final ApprovedAction RELEASING = new ApprovedAction(QuoteStep.RELEASE.name(), "{}");

    private final ReleaseGate gate;
    private final Companies companies;
    private final Clock clock;

    QuoteExits(ReleaseGate gate, Companies companies, Clock clock) {
        this.gate = gate;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * Lets a step be taken, or says why not. Belongs into the transaction that then takes it, the row being locked.
     *
     * @param now the quote as it is
     * @param other whether the customer would read something else than before
     * @throws IllegalPaper when its state does not allow the step
     * @throws UnderApproval while a case about it runs, or has to be changed before it goes on
     * @throws ApprovalNeeded when somebody has to approve it first
     */
    public QuotePassage open(QuoteStep step, QuoteFacts now, boolean other) {
        gate.requireFree(QuoteKeys.TYPE, now.id(), now.approvalCaseId());
        step.after(now.state());
        boolean decided = false;
        boolean anew = false;
        switch (step) {
            case RELEASE -> decided = gate.ask(proposal(now), RELEASING);
            case EDIT -> anew = now.state() == QuoteState.RELEASED && other;
            case WITHDRAW -> anew = true;
            case DELETE, DUPLICATE -> gate.requireNoCase(QuoteKeys.TYPE, now.id());
            case SEND, ACCEPT, DECLINE, EXPIRE, REPLACE, REVISE -> {}
        }
        if (anew) {
            gate.revoke(QuoteKeys.TYPE, now.id(), "sales.quote.change.anew");
        }
        gate.open(step.name());
        return new QuotePassage(step, now.id(), decided, anew);
    }

    /** The same for a step that changes nothing of what the quote says. */
    public QuotePassage open(QuoteStep step, QuoteFacts now) {
        return open(step, now, false);
    }

    /**
     * Lets a quote leave, or says why not: it has to be released, as it is now, and no case about it may be open. Flows that were
     * switched on since don't ask for what was before them.
     *
     * @throws IllegalPaper when it is not released, or its day is over and it would bind the company
     * @throws UnderApproval while a case about it is open
     * @throws ApprovalNeeded when it is not any more what was approved
     */
    public ReleasedQuote leave(QuoteExit exit, QuoteFacts now) {
        gate.requireUnlocked(now.approvalCaseId());
        if (!exit.isOpenTo(now.state())) {
            throw new IllegalPaper(
                    now.state().wasReleased() ? "sales.quote.error.decided" : "sales.quote.error.notReleased");
        }
        if (exit.isBinding() && now.validUntil().isBefore(today())) {
            throw new IllegalPaper("sales.quote.error.over");
        }
        Instant since = now.releasedAt();
        if (since != null && now.state().isOpen()) {
            gate.requireSame(proposal(now), since, RELEASING, "sales.quote.error.changedSince");
        }
        return new ReleasedQuote(now.id(), exit);
    }

    /** What stands in the way of its release, for pages that tell beforehand; empty when nothing does. */
    public Optional<Foretold> foretell(Viewer viewer, QuoteFacts now) {
        return QuoteStep.RELEASE.isOffered(now.state())
                ? gate.foretell(viewer, proposal(now), RELEASING)
                : Optional.empty();
    }

    /** Does what a case has approved: its passage is open for exactly that, once. */
    public void carryOut(CaseRef ref, Runnable action) {
        gate.carryOut(ref, action);
    }

    /** A case takes hold of a quote, or lets go of it. */
    public void holdOrLetGo(long caseId) {
        gate.holdOrLetGo(caseId, QuoteStep.RELEASE.name());
    }

    private static Proposal proposal(QuoteFacts facts) {
        return new Proposal(QuoteKeys.TYPE, facts.asSubject(), QuoteKeys.RELEASE, null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), companies.zone());
    }
}

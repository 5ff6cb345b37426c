package org.triviumcrm.sales.release;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.CaseRef;
import org.triviumcrm.approval.Foretold;
import org.triviumcrm.approval.PassageRepository;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.approval.WaitingCase;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;

/**
 * The exits of quotes. Each {@link QuotePassage} and each {@link ReleasedQuote} is made here, after the approvals were asked: nothing
 * leaves without one.
 */
@Component
public class QuoteExits {

    private static final ApprovedAction RELEASING = new ApprovedAction(QuoteStep.RELEASE.name(), "{}");

    private final ApprovalGate gate;
    private final PassageRepository passages;
    private final Companies companies;
    private final Clock clock;
    private final ThreadLocal<@Nullable CaseRef> approved = new ThreadLocal<>();

    QuoteExits(ApprovalGate gate, PassageRepository passages, Companies companies, Clock clock) {
        this.gate = gate;
        this.passages = passages;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * Lets a step be taken, or says why not. Belongs into the transaction that then takes it, the row being locked.
     *
     * @param now the quote as it is
     * @param other whether the customer would read something else than before
     * @throws IllegalQuote when its state does not allow the step
     * @throws UnderApproval while a case about it runs, or has to be changed before it goes on
     * @throws ApprovalNeeded when somebody has to approve it first
     */
    public QuotePassage open(QuoteStep step, QuoteFacts now, boolean other) {
        CaseRef carried = carried(now.id());
        requireFree(now, carried);
        step.after(now.state());
        boolean decided = false;
        boolean anew = false;
        switch (step) {
            case RELEASE -> decided = ask(now, carried);
            case EDIT -> anew = now.state() == QuoteState.RELEASED && other;
            case WITHDRAW -> anew = true;
            case DELETE, DUPLICATE -> requireNoCase(now);
            case SEND, ACCEPT, DECLINE, EXPIRE, REPLACE, REVISE -> {}
        }
        if (anew) {
            gate.revoke(QuoteKeys.TYPE, List.of(now.id()), "sales.quote.change.anew");
        }
        passages.open(step.name());
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
     * @throws IllegalQuote when it is not released, or its day is over and it would bind the company
     * @throws UnderApproval while a case about it is open
     * @throws ApprovalNeeded when it is not any more what was approved
     */
    public ReleasedQuote leave(QuoteExit exit, QuoteFacts now) {
        requireFree(now, null);
        if (!exit.isOpenTo(now.state())) {
            throw new IllegalQuote(
                    now.state().wasReleased() ? "sales.quote.error.decided" : "sales.quote.error.notReleased");
        }
        if (exit.isBinding() && now.validUntil().isBefore(today())) {
            throw new IllegalQuote("sales.quote.error.over");
        }
        Instant since = now.releasedAt();
        if (since != null && now.state().isOpen() && gate.concerns(QuoteKeys.TYPE, now.id(), null)) {
            requireNoCase(now);
            for (ApprovalNeeded needed :
                    gate.passAgain(Map.of(proposal(now), since)).values()) {
                throw needed.toDo(RELEASING).because("sales.quote.error.changedSince");
            }
        }
        return new ReleasedQuote(now.id(), exit);
    }

    /** @return whether a case has decided it */
    private boolean ask(QuoteFacts now, @Nullable CaseRef carried) {
        if (carried != null && carried.isAbout(QuoteKeys.RELEASE, null)) {
            gate.redeem(carried);
            return true;
        }
        if (gate.concerns(QuoteKeys.TYPE, now.id(), null)) {
            try {
                gate.pass(proposal(now));
            } catch (ApprovalNeeded needed) {
                throw needed.toDo(RELEASING);
            }
        }
        return false;
    }

    private static void requireFree(QuoteFacts now, @Nullable CaseRef carried) {
        Long locked = now.approvalCaseId();
        if (locked != null && (carried == null || carried.id() != locked)) {
            throw new UnderApproval(locked);
        }
    }

    private void requireNoCase(QuoteFacts now) {
        gate.openCases(QuoteKeys.TYPE, List.of(now.id())).values().forEach(open -> {
            throw new UnderApproval(open);
        });
    }

    /** What stands in the way of its release, for pages that tell beforehand; empty when nothing does. */
    public Optional<Foretold> foretell(Viewer viewer, QuoteFacts now) {
        if (!QuoteStep.RELEASE.isOffered(now.state()) || !gate.concerns(QuoteKeys.TYPE, now.id(), null)) {
            return Optional.empty();
        }
        WaitingCase open = gate.waiting(QuoteKeys.TYPE, now.id()).orElse(null);
        if (open != null && !(open.returned() && open.about().submitterId() == viewer.personId())) {
            return Optional.of(new Foretold(null, open.about().id(), null));
        }
        Proposal proposal = proposal(now);
        return gate.requirement(viewer, proposal)
                .map(asked -> new Foretold(
                        new ApprovalNeeded(asked, proposal).toDo(RELEASING),
                        null,
                        open == null ? null : open.remark()));
    }

    /** Does what a case has approved: its passage is open for exactly that, once. */
    public void carryOut(CaseRef ref, Runnable action) {
        passages.approved(ref.id());
        approved.set(ref);
        try {
            action.run();
        } finally {
            approved.remove();
        }
    }

    /** A case takes hold of a quote, or lets go of it. */
    public void holdOrLetGo(long caseId) {
        passages.approved(caseId);
        passages.open(QuoteStep.RELEASE.name());
    }

    private static Proposal proposal(QuoteFacts facts) {
        return new Proposal(QuoteKeys.TYPE, facts.asSubject(), QuoteKeys.RELEASE, null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), companies.zone());
    }

    private @Nullable CaseRef carried(long id) {
        CaseRef ref = approved.get();
        return ref != null && ref.subjectId() == id ? ref : null;
    }
}

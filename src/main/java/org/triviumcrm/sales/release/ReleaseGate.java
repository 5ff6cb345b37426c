package org.triviumcrm.sales.release;

import java.time.Instant;
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
import org.triviumcrm.identity.Viewer;

/** What the exits of quotes and those of contracts ask the approvals. */
@Component
public class ReleaseGate {

    private final ApprovalGate gate;
    private final PassageRepository passages;
    private final ThreadLocal<@Nullable CaseRef> approved = new ThreadLocal<>();

    ReleaseGate(ApprovalGate gate, PassageRepository passages) {
        this.gate = gate;
        this.passages = passages;
    }

    /**
     * Whether a case has decided it; no flow asks for it otherwise.
     *
     * @param action what the case does once it is approved
     * @throws ApprovalNeeded when somebody has to approve it first
     */
    public boolean ask(Proposal proposal, ApprovedAction action) {
        long id = id(proposal);
        CaseRef carried = carried(proposal.type(), id);
        if (carried != null && carried.isAbout(proposal.trigger(), null)) {
            gate.redeem(carried);
            return true;
        }
        if (gate.concerns(proposal.type(), id, null)) {
            try {
                gate.pass(proposal);
            } catch (ApprovalNeeded needed) {
                throw needed.toDo(action);
            }
        }
        return false;
    }

    /**
     * That what was released is still what was approved. Flows that were switched on since don't ask for what was before them.
     *
     * @param since when it was released
     * @throws UnderApproval while a case about it is open
     * @throws ApprovalNeeded when it is not any more what was approved; {@code because} says so
     */
    public void requireSame(Proposal proposal, Instant since, ApprovedAction action, String because) {
        if (gate.concerns(proposal.type(), id(proposal), null)) {
            requireNoCase(proposal.type(), id(proposal));
            for (ApprovalNeeded needed : gate.passAgain(Map.of(proposal, since)).values()) {
                throw needed.toDo(action).because(because);
            }
        }
    }

    /** @param locked the case that holds it; null for none @throws UnderApproval unless that case is being carried out */
    public void requireFree(String type, long id, @Nullable Long locked) {
        CaseRef carried = carried(type, id);
        if (locked != null && (carried == null || carried.id() != locked)) {
            throw new UnderApproval(locked);
        }
    }

    /** @param locked the case that holds it; null for none @throws UnderApproval when there is one: nothing leaves meanwhile */
    public void requireUnlocked(@Nullable Long locked) {
        if (locked != null) {
            throw new UnderApproval(locked);
        }
    }

    /** @throws UnderApproval while a case about it is open, also one that was returned for changes */
    public void requireNoCase(String type, long id) {
        gate.openCases(type, List.of(id)).values().forEach(open -> {
            throw new UnderApproval(open);
        });
    }

    /** It says something else: what was approved of it does not count any more. @param why message key */
    public void revoke(String type, long id, String why) {
        gate.revoke(type, List.of(id), why);
    }

    /** What stands in the way, for pages that tell beforehand; empty when nothing does. */
    public Optional<Foretold> foretell(Viewer viewer, Proposal proposal, ApprovedAction action) {
        if (!gate.concerns(proposal.type(), id(proposal), null)) {
            return Optional.empty();
        }
        WaitingCase open = gate.waiting(proposal.type(), id(proposal)).orElse(null);
        if (open != null && !(open.returned() && open.about().submitterId() == viewer.personId())) {
            return Optional.of(new Foretold(null, open.about().id(), null));
        }
        return gate.requirement(viewer, proposal)
                .map(asked -> new Foretold(
                        new ApprovalNeeded(asked, proposal).toDo(action), null, open == null ? null : open.remark()));
    }

    /** Opens the database for one step of a paper. */
    public void open(String step) {
        passages.open(step);
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

    /** A case takes hold of a paper, or lets go of it. */
    public void holdOrLetGo(long caseId, String step) {
        passages.approved(caseId);
        passages.open(step);
    }

    private @Nullable CaseRef carried(String type, long id) {
        CaseRef ref = approved.get();
        return ref != null && ref.subjectType().equals(type) && ref.subjectId() == id ? ref : null;
    }

    private static long id(Proposal proposal) {
        Long id = proposal.after().id();
        return id == null ? 0 : id;
    }
}

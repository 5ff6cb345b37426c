package org.triviumcrm.support.care;

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
import org.triviumcrm.approval.SubjectState;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.approval.WaitingCase;
import org.triviumcrm.identity.Viewer;

/** The exits of care plans: each {@link CarePassage} is made here, and nothing starts before the approvals were asked. */
@Component
class CareExits {

    static final String TYPE = "care_plan";
    static final String START = "start";

    private final ApprovalGate gate;
    private final PassageRepository passages;
    private final ThreadLocal<@Nullable CaseRef> approved = new ThreadLocal<>();

    CareExits(ApprovalGate gate, PassageRepository passages) {
        this.gate = gate;
        this.passages = passages;
    }

    /**
     * Lets a plan start, or says why not. Belongs into the transaction that then starts it, the row being held.
     *
     * @throws CareRefusal when it is no draft
     * @throws UnderApproval while a case about it runs
     * @throws ApprovalNeeded when somebody has to approve it first; carries what was attempted, to be submitted
     */
    CarePassage start(CarePlan plan, SubjectState now) {
        CaseRef carried = approved.get();
        boolean decided = carried != null && carried.subjectId() == plan.getId();
        requireFree(plan, decided ? carried : null);
        if (plan.getState() != CareState.DRAFT && !(decided && plan.getState() == CareState.SUBMITTED)) {
            throw new CareRefusal("support.care.error.notDraft");
        }
        if (decided && carried != null) {
            gate.redeem(carried);
        } else if (gate.concerns(TYPE, plan.getId(), null)) {
            try {
                gate.pass(new Proposal(TYPE, now, START, null));
            } catch (ApprovalNeeded needed) {
                throw needed.toDo(new ApprovedAction(START, "{}"));
            }
        }
        passages.open("CARE_START");
        return new CarePassage(CarePassage.Step.START, plan.getId());
    }

    /** Lets an active plan end. */
    CarePassage end(CarePlan plan) {
        requireFree(plan, null);
        if (plan.getState() != CareState.ACTIVE) {
            throw new CareRefusal("support.care.error.notActive");
        }
        passages.open("CARE_END");
        return new CarePassage(CarePassage.Step.END, plan.getId());
    }

    /** Only what is neither submitted nor active can be changed or removed. */
    CarePassage edit(CarePlan plan) {
        requireFree(plan, null);
        if (plan.getState() != CareState.DRAFT) {
            throw new CareRefusal("support.care.error.notDraft");
        }
        return new CarePassage(CarePassage.Step.EDIT, plan.getId());
    }

    private static void requireFree(CarePlan plan, @Nullable CaseRef carried) {
        Long locked = plan.getApprovalCaseId();
        if (locked != null && (carried == null || carried.id() != locked)) {
            throw new UnderApproval(locked);
        }
    }

    /** What stands in the way of starting it, for the page that tells beforehand; empty when nothing does. */
    Optional<Foretold> foretell(Viewer viewer, SubjectState now, long id) {
        if (!gate.concerns(TYPE, id, null)) {
            return Optional.empty();
        }
        WaitingCase open = gate.waiting(TYPE, id).orElse(null);
        if (open != null && !(open.returned() && open.about().submitterId() == viewer.personId())) {
            return Optional.of(new Foretold(null, open.about().id(), null));
        }
        Proposal proposal = new Proposal(TYPE, now, START, null);
        return gate.requirement(viewer, proposal)
                .map(asked ->
                        new Foretold(new ApprovalNeeded(asked, proposal), null, open == null ? null : open.remark()));
    }

    /** Does what a case has approved. */
    void carryOut(CaseRef ref, Runnable action) {
        passages.approved(ref.id());
        approved.set(ref);
        try {
            action.run();
        } finally {
            approved.remove();
        }
    }

    /** A case takes hold of a plan, or lets go of it. */
    void holdOrLetGo(long caseId) {
        passages.approved(caseId);
        passages.open("CARE_SUBMIT");
    }
}

package org.triviumcrm.marketing.exit;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.CaseRef;
import org.triviumcrm.approval.Foretold;
import org.triviumcrm.approval.PassageRepository;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.Requirement;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.approval.WaitingCase;
import org.triviumcrm.identity.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** The exits of campaigns. Each {@link CampaignPassage} is made here, after the approvals were asked. */
@Component
public class CampaignExits {

    private final ApprovalGate gate;
    private final CampaignStates states;
    private final PassageRepository passages;
    private final CampaignFactsRepository facts;
    private final JsonMapper json;
    private final Clock clock;
    private final ThreadLocal<@Nullable CaseRef> approved = new ThreadLocal<>();

    CampaignExits(
            ApprovalGate gate,
            CampaignStates states,
            PassageRepository passages,
            CampaignFactsRepository facts,
            JsonMapper json,
            Clock clock) {
        this.facts = facts;
        this.clock = clock;
        this.states = states;
        this.gate = gate;
        this.passages = passages;
        this.json = json;
    }

    /**
     * Lets a step be taken, or says why not. Belongs into the transaction that then takes it, the row being locked.
     *
     * @param now the campaign as it is
     * @param input what was typed: what is done when it is approved
     * @param change what becomes of it
     * @throws IllegalStep when its state does not allow the step
     * @throws UnderApproval while a case about it runs, or has to be changed before it goes on
     * @throws ApprovalNeeded when somebody has to approve it first; carries what was attempted, to be submitted
     */
    public CampaignPassage open(
            CampaignStep step, CampaignFacts now, Object input, UnaryOperator<CampaignFacts> change) {
        CaseRef carried = carried(now.id());
        Long locked = now.approvalCaseId();
        if (locked != null && (carried == null || carried.id() != locked)) {
            throw new UnderApproval(locked);
        }
        step.after(now.state());
        boolean decided = false;
        boolean renewing = false;
        switch (step) {
            case SUBMIT -> decided = ask(step, now, now, input, carried);
            case REVISE, BUDGET -> {
                CampaignFacts then = change.apply(now);
                renewing = now.state().counts() && !states.isSamePlan(now, then);
                if (renewing) {
                    decided = ask(step, now, then, input, carried);
                }
            }
            case MEND -> mend(now, change.apply(now));
            case CANCEL -> {
                if (now.state().counts()) {
                    decided = ask(step, now, now, input, carried);
                } else {
                    requireNoCase(now);
                }
            }
            case START -> askAgain(now);
            case DELETE -> requireNoCase(now);
            case RESUME -> decided = now.state() == CampaignState.COMPLETED && askToRunAgain(now, input, carried);
            case COMPLETE -> {}
        }
        passages.open(step.name());
        return new CampaignPassage(step, now.id(), decided, renewing);
    }

    /** @return whether a case has decided it */
    private boolean ask(
            CampaignStep step, CampaignFacts now, CampaignFacts then, Object input, @Nullable CaseRef carried) {
        String trigger = Objects.requireNonNull(step.trigger());
        if (carried != null && carried.isAbout(trigger, null)) {
            gate.redeem(carried);
            return true;
        }
        if (gate.concerns(CampaignKeys.TYPE, now.id(), null)) {
            try {
                gate.pass(states.proposal(then, trigger));
            } catch (ApprovalNeeded needed) {
                throw needed.toDo(new ApprovedAction(step.name(), json.writeValueAsString(input)));
            }
        }
        return false;
    }

    /** Only as it was approved; flows that were switched on since don't ask for what was before them. */
    private void askAgain(CampaignFacts now) {
        Instant since = now.approvedAt();
        if (since == null || !gate.concerns(CampaignKeys.TYPE, now.id(), null)) {
            return;
        }
        requireNoCase(now);
        Proposal plan = states.proposal(now, CampaignKeys.PLAN);
        for (ApprovalNeeded needed : gate.passAgain(Map.of(plan, since)).values()) {
            throw needed.toDo(new ApprovedAction(CampaignStep.SUBMIT.name(), "{}"))
                    .because("marketing.campaign.approval.again");
        }
    }

    /**
     * What has ended runs again only as it was approved. What came from a file was approved nowhere: whatever flow applies now asks for it.
     *
     * @return whether a case has decided it
     */
    private boolean askToRunAgain(CampaignFacts now, Object input, @Nullable CaseRef carried) {
        if (carried != null && carried.isAbout(CampaignKeys.PLAN, null)) {
            gate.redeem(carried);
            return true;
        }
        boolean fromFile = facts.cameFromFile(now.id());
        Instant since = fromFile ? clock.instant() : now.approvedAt();
        if (since == null || !gate.concerns(CampaignKeys.TYPE, now.id(), null)) {
            return false;
        }
        requireNoCase(now);
        Proposal plan = states.proposal(fromFile ? spending(now) : now, CampaignKeys.PLAN);
        for (ApprovalNeeded needed : gate.passAgain(Map.of(plan, since)).values()) {
            throw needed.toDo(new ApprovedAction(CampaignStep.RESUME.name(), json.writeValueAsString(input)))
                    .because("marketing.campaign.approval.resume");
        }
        return false;
    }

    /** What came from a file may have no budget: to a flow it is at least what was spent. */
    private CampaignFacts spending(CampaignFacts now) {
        BigDecimal spent = facts.spent(now.id());
        return spent.compareTo(now.baseBudget()) > 0 ? now.spending(spent, spent, now.lines()) : now;
    }

    private void mend(CampaignFacts now, CampaignFacts then) {
        if (!facts.cameFromFile(now.id())) {
            throw new IllegalStep("marketing.campaign.error.REVISE.COMPLETED");
        }
        String field = now.differsIn(then);
        if (field != null) {
            throw new IllegalStep(field, "marketing.campaign.error.mendOnly");
        }
    }

    private void requireNoCase(CampaignFacts now) {
        gate.openCases(CampaignKeys.TYPE, List.of(now.id())).values().forEach(open -> {
            throw new UnderApproval(open);
        });
    }

    /**
     * What stands in the way of a step, for pages that tell beforehand; empty when nothing does.
     *
     * @param then the campaign as the step would leave it
     */
    public Optional<Foretold> foretell(Viewer viewer, CampaignStep step, CampaignFacts then) {
        String trigger = step.trigger();
        if (trigger == null || !gate.concerns(CampaignKeys.TYPE, then.id(), null)) {
            return Optional.empty();
        }
        WaitingCase open = gate.waiting(CampaignKeys.TYPE, then.id()).orElse(null);
        if (open != null && !(open.returned() && open.about().submitterId() == viewer.personId())) {
            return Optional.of(new Foretold(null, open.about().id(), null));
        }
        Proposal proposal = states.proposal(then, trigger);
        return gate.requirement(viewer, proposal)
                .map(asked ->
                        new Foretold(new ApprovalNeeded(asked, proposal), null, open == null ? null : open.remark()));
    }

    /**
     * Opens the way for campaigns of the past that are written by SQL as they became: with plans that counted.
     *
     * @return for each the flow that applies to its plan; one that was switched on after the plan began to count did not ask for it
     */
    public List<Optional<Requirement>> history(List<CampaignFacts> plans) {
        passages.open("IMPORT");
        return gate.requirements(plans.stream()
                .map(plan -> states.proposal(plan, CampaignKeys.PLAN))
                .toList());
    }

    /** What the viewer asked for in a case that was returned, to ask for it with other values. */
    public Optional<ApprovedAction> returned(Viewer viewer, long id) {
        return gate.returned(viewer, CampaignKeys.TYPE, id);
    }

    /** What was approved of it does not count any more. @param cause message key */
    public void forget(long id, String cause) {
        gate.revoke(CampaignKeys.TYPE, List.of(id), cause);
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

    /** A case takes hold of a campaign, or lets go of it. */
    public void holdOrLetGo(long caseId) {
        passages.approved(caseId);
        passages.open(CampaignStep.SUBMIT.name());
    }

    private @Nullable CaseRef carried(long id) {
        CaseRef ref = approved.get();
        return ref != null && ref.subjectId() == id ? ref : null;
    }
}

package org.triviumcrm.sales.exit;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
import org.triviumcrm.sales.OpportunityPassages;
import org.triviumcrm.shared.web.Refusal;

/** The exits of opportunities. Each {@link Passage} is made here, after the approvals were asked. */
@Component
public class OpportunityExits implements OpportunityPassages {

    /** What the messages begin with that name fields. */
    private static final String FIELD = "approval.field.opportunity.";

    private final ApprovalGate gate;
    private final ApprovalQuestions questions;
    private final OpportunityFactsRepository facts;
    private final OpportunityStates states;
    private final PassageRepository passages;
    private final ThreadLocal<CaseRef> approved = new ThreadLocal<>();

    OpportunityExits(
            ApprovalGate gate,
            ApprovalQuestions questions,
            OpportunityFactsRepository facts,
            OpportunityStates states,
            PassageRepository passages) {
        this.gate = gate;
        this.questions = questions;
        this.facts = facts;
        this.states = states;
        this.passages = passages;
    }

    /**
     * Lets a stored opportunity out, or says why not. Belongs into the transaction that then does it, the row being locked.
     *
     * @throws UnderApproval while a case about it runs, or has to be changed before it goes on
     * @throws ApprovalNeeded when somebody has to approve it first; carries what was attempted, to be submitted
     */
    public Passage open(Attempt attempt) {
        Exit exit = attempt.exit();
        CaseRef carried = carried(attempt.id());
        if (attempt.lockedBy() != null && (carried == null || carried.id() != attempt.lockedBy())) {
            throw new UnderApproval(attempt.lockedBy());
        }
        if (exit.waitsForCases()) {
            gate.openCases(FactKeys.TYPE, List.of(attempt.id())).values().forEach(caseId -> {
                throw new UnderApproval(caseId);
            });
        }
        String trigger = exit.trigger();
        if (trigger != null) {
            if (carried != null && carried.isAbout(trigger, attempt.target())) {
                gate.redeem(carried);
            } else if (gate.concerns(FactKeys.TYPE, attempt.id(), null)) {
                questions.ask(attempt, trigger);
            }
        }
        if (exit.isGuarded()) {
            passages.open(exit.name());
        }
        return new Passage(exit, attempt.id());
    }

    /**
     * Many at once, in the transaction that then does it, their rows being locked; with a fixed number of statements.
     *
     * @param door under which the database lets them through
     */
    public Passages openAll(Exit door, Collection<Attempt> attempts) {
        Passages passages = openAll(attempts, gate::passAll);
        this.passages.open(door.name());
        return passages;
    }

    /** Says the same and uses up nothing. */
    public Passages tryAll(Collection<Attempt> attempts) {
        return openAll(attempts, questions::missing);
    }

    private Passages openAll(Collection<Attempt> attempts, Function<Collection<Proposal>, Map<Long, Refusal>> passing) {
        Map<Long, Attempt> byId = new LinkedHashMap<>();
        attempts.forEach(attempt -> byId.put(attempt.id(), attempt));
        Map<Long, Refusal> refused = new HashMap<>();
        gate.openCases(FactKeys.TYPE, byId.keySet()).forEach((id, caseId) -> {
            Exit exit = Objects.requireNonNull(byId.get(id)).exit();
            if (exit.trigger() != null || exit.waitsForCases()) {
                refused.put(id, new UnderApproval(caseId));
            }
        });
        for (Attempt attempt : attempts) {
            if (attempt.lockedBy() != null) {
                refused.put(attempt.id(), new UnderApproval(attempt.lockedBy()));
            }
        }
        if (attempts.stream().anyMatch(attempt -> attempt.exit().trigger() != null) && watched()) {
            questions.askAll(byId, refused, passing);
        }
        Map<Long, Passage> open = new HashMap<>();
        byId.forEach((id, attempt) -> {
            if (!refused.containsKey(id)) {
                open.put(id, new Passage(attempt.exit(), id));
            }
        });
        return new Passages(open, refused);
    }

    /** What came of asking for many. */
    public record Passages(Map<Long, Passage> open, Map<Long, Refusal> refused) {}

    /**
     * Lets a new one begin in a stage behind the first of its pipeline.
     *
     * @throws ApprovalNeeded without an action: there is nothing yet that could wait
     */
    public Passage create(long stageId, Supplier<OpportunityFacts> begun) {
        if (gate.concerns(FactKeys.TYPE, null, "MOVE")) {
            OpportunityFacts one = begun.get();
            if (!one.first()) {
                gate.pass(states.proposal(one, "MOVE", stageId));
            }
        }
        passages.open(Exit.CREATE.name());
        return new Passage(Exit.CREATE, 0);
    }

    /** What new ones would need that begin where they are said to, in their order; with a fixed number of statements. */
    public List<Optional<Requirement>> requirements(List<Proposal> proposals) {
        return gate.requirements(proposals);
    }

    /** For what changes many by SQL, once it was asked which may. */
    public void openBySql(Exit exit) {
        passages.open(exit.name());
    }

    @Override
    public void openForDemo() {
        passages.open(Exit.DEMO.name());
    }

    /** Whether any approval looks at opportunities at all. */
    public boolean watched() {
        return gate.concerns(FactKeys.TYPE, null, null);
    }

    /** What stands in the way of an attempt, for pages that tell beforehand; empty when nothing does. */
    public Optional<Foretold> foretell(Viewer viewer, Attempt attempt) {
        WaitingCase open = gate.waiting(FactKeys.TYPE, attempt.id()).orElse(null);
        if (open == null || goesOn(viewer, attempt, open)) {
            Optional<ApprovalNeeded> needed = watched() ? questions.foretell(viewer, attempt) : Optional.empty();
            if (open == null || needed.isPresent()) {
                return needed.map(one -> new Foretold(one, null, open == null ? null : open.remark()));
            }
        }
        return Optional.of(new Foretold(null, open.about().id(), null));
    }

    /** Whether the attempt asks again for what was returned to the viewer. */
    private static boolean goesOn(Viewer viewer, Attempt attempt, WaitingCase open) {
        String trigger = attempt.exit().trigger();
        return open.returned()
                && open.about().submitterId() == viewer.personId()
                && trigger != null
                && open.about().isAbout(trigger, attempt.target());
    }

    /** What the viewer asked for in a case that was returned, to ask for it with other values. */
    public Optional<ApprovedAction> returned(Viewer viewer, long id) {
        return gate.returned(viewer, FactKeys.TYPE, id);
    }

    /** Of attempts with one opportunity those that need an approval, by their targets, and the names of the flows. */
    public Map<Long, String> flows(List<Attempt> attempts) {
        return attempts.isEmpty() || !watched() ? Map.of() : questions.flows(attempts);
    }

    /** Those of some that have an open case, also one that was returned for changes. */
    public Set<Long> openCases(Collection<Long> ids) {
        return gate.openCases(FactKeys.TYPE, ids).keySet();
    }

    /** Facts have changed: what was approved of them does not count any more. @param fields some of {@link FactKeys} */
    public void changed(Collection<Long> ids, Collection<String> fields) {
        if (!ids.isEmpty() && !fields.isEmpty()) {
            gate.revoke(FactKeys.TYPE, ids, fields.stream().map(FIELD::concat).collect(Collectors.joining(", ")));
        }
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

    /** The case lets go of what it has locked. */
    public void letGo(long caseId) {
        passages.approved(caseId);
    }

    private @Nullable CaseRef carried(long id) {
        CaseRef ref = approved.get();
        return ref != null && ref.subjectId() == id ? ref : null;
    }
}

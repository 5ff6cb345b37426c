package org.triviumcrm.sales.exit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.Requirement;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** What the gate is asked about opportunities. */
@Component
class ApprovalQuestions {

    private final ApprovalGate gate;
    private final OpportunityFactsRepository facts;
    private final OpportunityStates states;
    private final JsonMapper json;

    ApprovalQuestions(ApprovalGate gate, OpportunityFactsRepository facts, OpportunityStates states, JsonMapper json) {
        this.gate = gate;
        this.facts = facts;
        this.states = states;
        this.json = json;
    }

    /**
     * @throws UnderApproval while a case waits for changes
     * @throws ApprovalNeeded with what is to be done when it is approved
     */
    void ask(Attempt attempt, String trigger) {
        OpportunityFacts now = facts.find(attempt.id()).orElseThrow(NotFound::new);
        Exit exit = attempt.exit();
        if (exit.leavesStage() || exit == Exit.STAY) {
            for (ApprovalNeeded needed : again(List.of(now)).values()) {
                // what is asked already is not asked again
                gate.openCases(FactKeys.TYPE, List.of(attempt.id())).values().forEach(open -> {
                    throw new UnderApproval(open);
                });
                throw needed;
            }
        }
        if (exit == Exit.STAY) {
            return;
        }
        try {
            gate.pass(states.proposal(attempt.change().apply(now), trigger, attempt.target()));
        } catch (ApprovalNeeded needed) {
            throw needed.toDo(action(exit, attempt.input()));
        }
    }

    /** What asking would be answered with, and whom it would ask; only looks. */
    Optional<ApprovalNeeded> foretell(Viewer viewer, Attempt attempt) {
        String trigger = attempt.exit().trigger();
        Optional<OpportunityFacts> found = facts.find(attempt.id());
        if (trigger == null || found.isEmpty()) {
            return Optional.empty();
        }
        OpportunityFacts now = found.get();
        if (attempt.exit().leavesStage()) {
            for (ApprovalNeeded needed : again(List.of(now)).values()) {
                return Optional.of(gate.requirement(viewer, needed.proposal())
                        .map(asked -> new ApprovalNeeded(asked, needed.proposal()).because(needed.key()))
                        .orElse(needed));
            }
        }
        Proposal proposal = states.proposal(attempt.change().apply(now), trigger, attempt.target());
        return gate.requirement(viewer, proposal).map(asked -> new ApprovalNeeded(asked, proposal));
    }

    /** Of attempts with one opportunity those that a flow asks for, by their targets, and its name. */
    Map<Long, String> flows(List<Attempt> attempts) {
        Map<Long, String> names = new HashMap<>();
        facts.find(attempts.get(0).id()).ifPresent(now -> {
            List<Proposal> proposals = attempts.stream()
                    .map(attempt -> states.proposal(
                            attempt.change().apply(now),
                            Objects.requireNonNull(attempt.exit().trigger()),
                            attempt.target()))
                    .toList();
            List<Optional<Requirement>> needed = gate.requirements(proposals);
            for (int at = 0; at < attempts.size(); at++) {
                Long target = attempts.get(at).target();
                needed.get(at).ifPresent(one -> names.put(target, one.flowName()));
            }
        });
        return names;
    }

    /** What was approved for its stage must be what it is; in the first stage there is nothing to approve. */
    private Map<Long, ApprovalNeeded> again(Collection<OpportunityFacts> some) {
        Map<Proposal, Instant> reached = new LinkedHashMap<>();
        for (OpportunityFacts now : some) {
            if (!now.first() && now.state().equals("OPEN")) {
                reached.put(states.proposal(now, "MOVE", now.stageId()), now.stageEnteredAt());
            }
        }
        Map<Long, ApprovalNeeded> needed = new HashMap<>();
        if (!reached.isEmpty()) {
            gate.passAgain(reached)
                    .forEach((id, one) -> needed.put(
                            id, one.toDo(action(Exit.STAY, Map.of())).because("sales.opportunity.approval.again")));
        }
        return needed;
    }

    /** Adds those that may not pass. @param passing what says so of proposals */
    void askAll(
            Map<Long, Attempt> attempts,
            Map<Long, Refusal> refused,
            Function<Collection<Proposal>, Map<Long, Refusal>> passing) {
        Map<Long, OpportunityFacts> now = facts.of(attempts.keySet());
        again(now.values().stream()
                        .filter(one -> leavesStage(attempts.get(one.id())))
                        .toList())
                .forEach(refused::putIfAbsent);
        List<Proposal> proposals = new ArrayList<>();
        for (Attempt attempt : attempts.values()) {
            OpportunityFacts one = now.get(attempt.id());
            String trigger = attempt.exit().trigger();
            if (one != null && trigger != null && !refused.containsKey(attempt.id())) {
                proposals.add(states.proposal(attempt.change().apply(one), trigger, attempt.target()));
            }
        }
        passing.apply(proposals).forEach((id, refusal) -> {
            Attempt attempt = Objects.requireNonNull(attempts.get(id));
            refused.put(
                    id,
                    refusal instanceof ApprovalNeeded needed
                            ? needed.toDo(action(attempt.exit(), attempt.input()))
                            : refusal);
        });
    }

    /** As the gate's answer for many, using up nothing. */
    Map<Long, Refusal> missing(Collection<Proposal> proposals) {
        List<Proposal> all = List.copyOf(proposals);
        List<Optional<Requirement>> requirements = gate.requirements(all);
        Map<Long, Refusal> refused = new HashMap<>();
        for (int at = 0; at < all.size(); at++) {
            Proposal proposal = all.get(at);
            requirements
                    .get(at)
                    .ifPresent(one -> refused.put(
                            Objects.requireNonNull(proposal.after().id()), new ApprovalNeeded(one, proposal)));
        }
        return refused;
    }

    private static boolean leavesStage(@Nullable Attempt attempt) {
        return attempt != null && attempt.exit().leavesStage();
    }

    private ApprovedAction action(Exit exit, Object input) {
        return new ApprovedAction(exit.name(), json.writeValueAsString(input));
    }
}

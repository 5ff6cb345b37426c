package org.triviumcrm.approval.dossier;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.shared.condition.ConditionEvaluator;

/** The active flows for one question or for one about many records: whatever conditions look up is read once. */
final class ActiveFlows {

    private final RunningFlowRepository flows;
    private final Subjects subjects;
    private final Map<String, List<RunningFlow>> active = new HashMap<>();
    private final Map<String, ConditionEvaluator> evaluators = new HashMap<>();
    private final Map<Long, List<RunningFlow>> versions = new HashMap<>();
    private final Map<Long, FlowDefinition> definitions = new HashMap<>();

    ActiveFlows(RunningFlowRepository flows, Subjects subjects) {
        this.flows = flows;
        this.subjects = subjects;
    }

    /** The first that applies to the record as it would be. */
    Optional<RunningFlow> applying(Proposal proposal) {
        return active
                .computeIfAbsent(
                        proposal.type() + " " + proposal.trigger(),
                        key -> flows.active(proposal.type(), proposal.trigger()))
                .stream()
                .filter(flow -> flow.target() == null || flow.target().equals(proposal.target()))
                .filter(flow -> evaluator(proposal)
                        .holds(flow.definition().when(), proposal.after().values()))
                .findFirst();
    }

    /** Those of a flow's steps that apply to the record as it would be. */
    List<Step> steps(Proposal proposal, FlowDefinition flow) {
        return flow.steps().stream()
                .filter(step ->
                        evaluator(proposal).holds(step.when(), proposal.after().values()))
                .toList();
    }

    /**
     * Whether the flow asked for an approval of the record as it is now already at that time: as the version that was active then.
     * What a later version asks for in addition is not asked of those who have passed.
     */
    boolean appliedAt(RunningFlow flow, Instant time, Proposal proposal) {
        return flow.wasActive(time)
                || versions.computeIfAbsent(flow.flowId(), flows::everActive).stream()
                        .filter(version -> version.wasActive(time))
                        .anyMatch(version -> evaluator(proposal)
                                .holds(
                                        version.definition().when(),
                                        proposal.after().values()));
    }

    /** What the version asks for that a case began with. */
    FlowDefinition definition(long versionId) {
        return definitions.computeIfAbsent(versionId, id -> flows.version(id).definition());
    }

    private ConditionEvaluator evaluator(Proposal proposal) {
        return evaluators.computeIfAbsent(proposal.type(), subjects::evaluator);
    }
}

package org.triviumcrm.approval.dossier;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.Requirement;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Refusal;

/** Asks the active flows whether they apply. */
@Component
class Gate implements ApprovalGate {

    private final RunningFlowRepository flows;
    private final CaseRepository cases;
    private final ReleaseRepository releases;
    private final Subjects subjects;
    private final SubmissionService submissions;

    Gate(
            RunningFlowRepository flows,
            CaseRepository cases,
            ReleaseRepository releases,
            Subjects subjects,
            SubmissionService submissions) {
        this.flows = flows;
        this.cases = cases;
        this.releases = releases;
        this.subjects = subjects;
        this.submissions = submissions;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Requirement> requirement(Proposal proposal) {
        return submissions
                .applying(proposal)
                .filter(flow -> proposal.after().id() == null
                        || !releases.covers(
                                proposal, proposal.after().id(), subjects.fingerprint(proposal, flow.definition())))
                .map(flow -> requirement(proposal, flow));
    }

    @Override
    @Transactional
    public void pass(Proposal proposal) {
        Long id = proposal.after().id();
        if (id != null) {
            cases.open(proposal.type(), id).ifPresent(running -> {
                throw new UnderApproval(running);
            });
        }
        submissions.applying(proposal).ifPresent(flow -> {
            if (id == null || !releases.use(proposal, id, subjects.fingerprint(proposal, flow.definition()))) {
                throw new ApprovalNeeded(requirement(proposal, flow));
            }
        });
    }

    @Override
    @Transactional
    public Map<Long, Refusal> passAll(Collection<Proposal> proposals) {
        Map<Long, Refusal> refused = new LinkedHashMap<>();
        Map<String, List<Proposal>> byType = proposals.stream()
                .collect(Collectors.groupingBy(Proposal::type, LinkedHashMap::new, Collectors.toList()));
        byType.forEach((type, some) -> passAll(type, some, refused));
        return refused;
    }

    private void passAll(String type, List<Proposal> proposals, Map<Long, Refusal> refused) {
        List<Long> ids = proposals.stream().map(Gate::id).toList();
        Map<Long, Long> running = cases.open(type, ids);
        Set<Long> released = releases.live(type, ids);
        Map<String, List<RunningFlow>> active = new HashMap<>();
        for (Proposal proposal : proposals) {
            long id = id(proposal);
            Long caseId = running.get(id);
            if (caseId != null) {
                refused.put(id, new UnderApproval(caseId));
                continue;
            }
            List<RunningFlow> flowsOfTrigger =
                    active.computeIfAbsent(proposal.trigger(), trigger -> flows.active(type, trigger));
            submissions.applying(proposal, flowsOfTrigger).ifPresent(flow -> {
                String fingerprint = subjects.fingerprint(proposal, flow.definition());
                if (!released.contains(id) || !releases.use(proposal, id, fingerprint)) {
                    refused.put(id, new ApprovalNeeded(requirement(proposal, flow)));
                }
            });
        }
    }

    private static long id(Proposal proposal) {
        return Objects.requireNonNull(proposal.after().id(), "only for what is stored");
    }

    @Override
    public long submit(Viewer viewer, Submission submission) {
        return submissions.submit(viewer, submission);
    }

    private Requirement requirement(Proposal proposal, RunningFlow flow) {
        List<Step> steps = flow.definition().steps().stream()
                .filter(step -> subjects.hold(
                        proposal.type(), step.when(), proposal.after().values()))
                .toList();
        return new Requirement(
                flow.versionId(),
                flow.name(),
                proposal.trigger(),
                proposal.target(),
                steps.stream()
                        .map(step -> new Requirement.Asked(step.key(), step.name(), List.of()))
                        .toList(),
                steps.stream()
                        .filter(step -> step.approvers().kind() == ApproverKind.CHOICE)
                        .map(Step::key)
                        .toList());
    }
}

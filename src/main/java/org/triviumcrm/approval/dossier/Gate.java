package org.triviumcrm.approval.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.CaseRef;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.Requirement;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.approval.WaitingCase;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Refusal;

/** Asks the active flows whether they apply. */
@Component
class Gate implements ApprovalGate {

    private final RunningFlowRepository flows;
    private final CaseRepository cases;
    private final ReleaseRepository releases;
    private final Subjects subjects;
    private final Requirements requirements;
    private final SubmissionService submissions;
    private final TrailRepository trail;

    Gate(
            RunningFlowRepository flows,
            CaseRepository cases,
            ReleaseRepository releases,
            Subjects subjects,
            Requirements requirements,
            SubmissionService submissions,
            TrailRepository trail) {
        this.flows = flows;
        this.cases = cases;
        this.releases = releases;
        this.subjects = subjects;
        this.requirements = requirements;
        this.submissions = submissions;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean concerns(String type, @Nullable Long id, @Nullable String trigger) {
        boolean asked = trigger == null
                ? flows.anyActive(type)
                : !flows.active(type, trigger).isEmpty();
        return asked || id != null && cases.open(type, id).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Requirement> requirement(Viewer viewer, Proposal proposal) {
        Long id = proposal.after().id();
        ActiveFlows active = requirements.active();
        return active.applying(proposal)
                .filter(flow ->
                        id == null || !releases.covers(proposal, id, subjects.fingerprint(proposal, flow.definition())))
                .map(flow -> requirements.of(proposal, flow, active, viewer));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Optional<Requirement>> requirements(List<Proposal> proposals) {
        List<ReleaseRepository.Live> live = releases(List.copyOf(proposals), false);
        ActiveFlows active = requirements.active();
        return proposals.stream()
                .map(proposal -> active.applying(proposal)
                        .filter(flow -> covering(proposal, flow, live).isEmpty())
                        .map(flow -> requirements.of(proposal, flow, active, null)))
                .toList();
    }

    @Override
    @Transactional
    public void pass(Proposal proposal) {
        Long id = proposal.after().id();
        ApprovalCase open = id == null ? null : cases.open(proposal.type(), id).orElse(null);
        if (open != null
                && (open.state() != CaseState.RETURNED || !open.ref().isAbout(proposal.trigger(), proposal.target()))) {
            throw new UnderApproval(open.id());
        }
        ActiveFlows active = requirements.active();
        active.applying(proposal).ifPresent(flow -> {
            if (id == null || !releases.use(proposal, id, subjects.fingerprint(proposal, flow.definition()))) {
                throw new ApprovalNeeded(requirements.of(proposal, flow, active, null), proposal);
            }
        });
        if (open != null) {
            throw new UnderApproval(open.id());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<WaitingCase> waiting(long caseId) {
        return cases.find(caseId).filter(about -> about.state().isOpen()).map(this::waiting);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<WaitingCase> waiting(String type, long subjectId) {
        return cases.open(type, subjectId).map(this::waiting);
    }

    private WaitingCase waiting(ApprovalCase about) {
        boolean returned = about.state() == CaseState.RETURNED;
        return new WaitingCase(about.ref(), returned, returned ? trail.remark(about) : null);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ApprovedAction> returned(Viewer viewer, String type, long subjectId) {
        return cases.open(type, subjectId)
                .filter(open -> open.state() == CaseState.RETURNED && open.submitterId() == viewer.personId())
                .map(ApprovalCase::approvedAction);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, ApprovalNeeded> passAgain(Map<Proposal, Instant> reached) {
        List<Proposal> proposals = List.copyOf(reached.keySet());
        List<ReleaseRepository.Live> used = releases(proposals, true);
        ActiveFlows active = requirements.active();
        Map<Long, ApprovalNeeded> needed = new LinkedHashMap<>();
        reached.forEach((proposal, since) -> active.applying(proposal)
                .filter(flow -> active.appliedAt(flow, since, proposal))
                .filter(flow -> !wasApproved(proposal, active, used))
                .ifPresent(flow -> needed.put(
                        id(proposal), new ApprovalNeeded(requirements.of(proposal, flow, active, null), proposal))));
        return needed;
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
        Map<Long, Long> running =
                cases.open(type, proposals.stream().map(Gate::id).toList());
        List<ReleaseRepository.Live> live = releases(List.copyOf(proposals), false);
        List<Long> used = new ArrayList<>();
        ActiveFlows active = requirements.active();
        for (Proposal proposal : proposals) {
            long id = id(proposal);
            Long caseId = running.get(id);
            if (caseId != null) {
                refused.put(id, new UnderApproval(caseId));
                continue;
            }
            active.applying(proposal)
                    .ifPresent(flow -> covering(proposal, flow, live)
                            .ifPresentOrElse(
                                    release -> used.add(release.caseId()),
                                    () -> refused.put(
                                            id,
                                            new ApprovalNeeded(
                                                    requirements.of(proposal, flow, active, null), proposal))));
        }
        if (!used.isEmpty()) {
            releases.use(used);
        }
    }

    private List<ReleaseRepository.Live> releases(List<Proposal> proposals, boolean used) {
        Map<String, List<Long>> stored = proposals.stream()
                .filter(proposal -> proposal.after().id() != null)
                .collect(Collectors.groupingBy(Proposal::type, Collectors.mapping(Gate::id, Collectors.toList())));
        return stored.entrySet().stream()
                .flatMap(entry -> releases.standing(entry.getKey(), entry.getValue(), used).stream())
                .toList();
    }

    private Optional<ReleaseRepository.Live> covering(
            Proposal proposal, RunningFlow flow, List<ReleaseRepository.Live> live) {
        List<ReleaseRepository.Live> fitting = fitting(proposal, live);
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        String fingerprint = subjects.fingerprint(proposal, flow.definition());
        return fitting.stream()
                .filter(release -> release.fingerprint().equals(fingerprint))
                .findFirst();
    }

    /** As whatever version of the flow it was approved by looks at it. */
    private boolean wasApproved(Proposal proposal, ActiveFlows active, List<ReleaseRepository.Live> used) {
        return fitting(proposal, used).stream()
                .anyMatch(release -> release.fingerprint()
                        .equals(subjects.fingerprint(proposal, active.definition(release.flowVersionId()))));
    }

    private static List<ReleaseRepository.Live> fitting(Proposal proposal, List<ReleaseRepository.Live> some) {
        return some.stream()
                .filter(release ->
                        Objects.equals(release.subjectId(), proposal.after().id())
                                && release.trigger().equals(proposal.trigger())
                                && Objects.equals(release.target(), proposal.target()))
                .toList();
    }

    private static long id(Proposal proposal) {
        return Objects.requireNonNull(proposal.after().id(), "only for what is stored");
    }

    @Override
    @Transactional
    public void redeem(CaseRef approved) {
        if (releases.use(List.of(approved.id())) == 0) {
            throw new IllegalStateException("case " + approved.id() + " has nothing to release any more");
        }
    }

    @Override
    @Transactional
    public void revoke(String type, Collection<Long> ids, String cause) {
        releases.revoke(type, ids, cause);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Long> openCases(String type, Collection<Long> ids) {
        return cases.open(type, List.copyOf(ids));
    }

    @Override
    public long submit(Viewer viewer, Submission submission) {
        return submissions.submit(viewer, submission);
    }
}

package org.triviumcrm.approval.dossier;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.ApprovalSubject;
import org.triviumcrm.approval.CaseSubmitted;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.SubjectState;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.dossier.TrailRepository.Kind;
import org.triviumcrm.approval.engine.Engine;
import org.triviumcrm.identity.Requires;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import tools.jackson.databind.json.JsonMapper;

/** Begins cases. */
@Service
class SubmissionService {

    private final Requirements requirements;
    private final CaseRepository cases;
    private final TrailRepository trail;
    private final Subjects subjects;
    private final ChosenApprovers approvers;
    private final Engine engine;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    SubmissionService(
            Requirements requirements,
            CaseRepository cases,
            TrailRepository trail,
            Subjects subjects,
            ChosenApprovers approvers,
            Engine engine,
            JsonMapper json,
            ApplicationEventPublisher events) {
        this.requirements = requirements;
        this.cases = cases;
        this.trail = trail;
        this.subjects = subjects;
        this.approvers = approvers;
        this.engine = engine;
        this.json = json;
        this.events = events;
    }

    /** See {@link org.triviumcrm.approval.ApprovalGate#submit}. */
    @Requires(Requires.ANY_SIGNED_IN)
    @Transactional
    public long submit(Viewer viewer, Submission submission) {
        Proposal proposal = submission.proposal();
        ApprovalSubject subject = subjects.of(proposal.type());
        long id = Objects.requireNonNull(proposal.after().id(), "only what is stored can wait for an approval");
        if (!subject.maySubmit(viewer, id, proposal.trigger())) {
            throw new AccessDeniedException("may not submit " + proposal.trigger());
        }
        requireUnchanged(proposal, id, subject.state(id).orElseThrow(NotFound::new));
        ApprovalCase returned = returned(viewer, proposal, id);
        RunningFlow flow = requirements.active().applying(proposal).orElseThrow(NotNeeded::new);
        return ask(viewer, submission, flow, returned);
    }

    /** The viewer's own case about the same that waits for changes: it goes on with these. */
    private @Nullable ApprovalCase returned(Viewer viewer, Proposal proposal, long id) {
        ApprovalCase open = cases.open(proposal.type(), id)
                .flatMap(found -> cases.lock(found.id()))
                .orElse(null);
        if (open != null && open.state().isOpen()) {
            if (open.state() != CaseState.RETURNED
                    || open.submitterId() != viewer.personId()
                    || !open.ref().isAbout(proposal.trigger(), proposal.target())) {
                throw new UnderApproval(open.id());
            }
            return open;
        }
        return null;
    }

    /**
     * Asks whom the flow names, from its first step.
     *
     * @param returned the case that goes on with it; null for a new one
     * @throws NotAllowed when somebody has to be chosen who was not
     */
    long ask(Viewer viewer, Submission submission, RunningFlow flow, @Nullable ApprovalCase returned) {
        Proposal proposal = submission.proposal();
        ApprovalSubject subject = subjects.of(proposal.type());
        long id = Objects.requireNonNull(proposal.after().id(), "only what is stored can wait for an approval");
        List<Step> steps = requirements.active().steps(proposal, flow.definition());
        Map<String, List<Long>> chosen = approvers.checked(
                viewer.personId(), proposal.after().teamId(), flow.definition(), steps, submission.chosen());
        NewCase round = new NewCase(
                flow.versionId(),
                viewer.personId(),
                submission,
                id,
                subjects.write(proposal.after().values()),
                json.writeValueAsString(subject.snapshot(proposal.after(), submission.action())),
                subjects.fingerprint(proposal, flow.definition()),
                json.writeValueAsString(chosen));
        long caseId;
        if (returned == null) {
            caseId = cases.insert(round);
        } else {
            caseId = returned.id();
            cases.again(caseId, round);
        }
        ApprovalCase begun = cases.find(caseId).orElseThrow();
        subject.lock(id, caseId);
        Kind kind = returned == null ? Kind.SUBMITTED : Kind.RESUBMITTED;
        trail.add(begun, kind, viewer.personId(), null, submission.reason());
        events.publishEvent(new CaseSubmitted(begun.ref()));
        cases.runsAs(caseId, engine.start(flow.processDefinitionId(), caseId));
        return caseId;
    }

    /** What is proposed was put together from the record as it was a moment ago. */
    private static void requireUnchanged(Proposal proposal, long id, SubjectState now) {
        if (now.version() != proposal.after().version()) {
            throw new ObjectOptimisticLockingFailureException(proposal.type(), id);
        }
    }
}

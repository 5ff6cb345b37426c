package org.triviumcrm.approval.dossier;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.ApprovalSubject;
import org.triviumcrm.approval.CaseSubmitted;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.SubjectState;
import org.triviumcrm.approval.dossier.TrailRepository.Kind;
import org.triviumcrm.approval.engine.Engine;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the submitter does with a case. Each throws {@code NotFound} for the cases of others, and {@link AlreadyDecided} when
 * it does not stand like that any more.
 */
@Service
public class SubmitterService {

    private final CaseAccess access;
    private final CaseRepository cases;
    private final TrailRepository trail;
    private final RunningFlowRepository flows;
    private final Subjects subjects;
    private final CaseEnding ending;
    private final Engine engine;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    SubmitterService(
            CaseAccess access,
            CaseRepository cases,
            TrailRepository trail,
            RunningFlowRepository flows,
            Subjects subjects,
            CaseEnding ending,
            Engine engine,
            JsonMapper json,
            ApplicationEventPublisher events) {
        this.access = access;
        this.cases = cases;
        this.trail = trail;
        this.flows = flows;
        this.subjects = subjects;
        this.ending = ending;
        this.engine = engine;
        this.json = json;
        this.events = events;
    }

    /** Takes the case back; the record can be changed again. See {@link CaseAccess#mayRecall}. */
    @SignedIn
    @Transactional
    public void recall(Viewer viewer, long caseId) {
        ApprovalCase about = cases.lock(caseId)
                .filter(found -> access.mayRecall(viewer, found))
                .orElseThrow(NotFound::new);
        if (!about.state().isOpen()) {
            throw new AlreadyDecided(caseId);
        }
        ending.recall(about, viewer.personId());
    }

    /**
     * Submits what was returned once more: the same action on the record as it is now, on the version of the flow that the
     * case began with, from its first step.
     *
     * @throws org.triviumcrm.shared.web.Refusal when the action can't be done with the record any more
     */
    @SignedIn
    @Transactional
    void resubmit(Viewer viewer, long caseId, ResubmitCase input) {
        ApprovalCase about = cases.lock(caseId)
                .filter(found -> found.submitterId() == viewer.personId())
                .orElseThrow(NotFound::new);
        if (about.state() != CaseState.RETURNED || about.version() != input.version()) {
            throw new AlreadyDecided(caseId);
        }
        ApprovalSubject subject = subjects.of(about.subjectType());
        if (!subject.maySubmit(viewer, about.subjectId(), about.trigger())) {
            throw new AccessDeniedException("may not submit " + about.trigger());
        }
        Optional<SubjectState> now = subject.state(about.subjectId());
        if (now.isEmpty()) {
            throw new NotAllowed("reason", "approval.error.gone");
        }
        SubjectState after = subject.after(about.subjectId(), about.approvedAction());
        RunningFlow flow = flows.version(about.flowVersionId());
        Proposal proposal = new Proposal(about.subjectType(), after, about.trigger(), about.target());
        cases.again(
                caseId,
                after,
                subjects.write(after.values()),
                json.writeValueAsString(subject.snapshot(after, about.approvedAction(), viewer.locale())),
                subjects.fingerprint(proposal, flow.definition()));
        ApprovalCase again = cases.find(caseId).orElseThrow();
        subject.lock(about.subjectId(), caseId);
        trail.add(again, Kind.RESUBMITTED, viewer.personId(), null, input.reason());
        events.publishEvent(new CaseSubmitted(again.ref()));
        cases.runsAs(caseId, engine.start(flow.processDefinitionId(), caseId));
    }
}

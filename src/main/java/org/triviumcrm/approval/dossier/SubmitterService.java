package org.triviumcrm.approval.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.ApprovalSubject;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.Requirement;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Refusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the submitter does with a case. Each throws {@code NotFound} for the cases of others, and {@link AlreadyDecided} when
 * it does not stand like that any more.
 */
@Service
public class SubmitterService {

    private final CaseAccess access;
    private final CaseRepository cases;
    private final RunningFlowRepository flows;
    private final Requirements requirements;
    private final SubmissionService submissions;
    private final Subjects subjects;
    private final CaseEnding ending;
    private final JsonMapper json;

    SubmitterService(
            CaseAccess access,
            CaseRepository cases,
            RunningFlowRepository flows,
            Requirements requirements,
            SubmissionService submissions,
            Subjects subjects,
            CaseEnding ending,
            JsonMapper json) {
        this.access = access;
        this.cases = cases;
        this.flows = flows;
        this.requirements = requirements;
        this.submissions = submissions;
        this.subjects = subjects;
        this.ending = ending;
        this.json = json;
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
     * How it is asked for again.
     */
    @SignedIn
    Resubmission resubmission(Viewer viewer, long caseId) {
        ApprovalCase about = own(viewer, cases.find(caseId));
        try {
            Optional<String> form =
                    subjects.of(about.subjectType()).formAgain(about.subjectId(), about.approvedAction());
            if (form.isPresent()) {
                return new Resubmission(form.get(), null, Map.of());
            }
            RunningFlow flow = flows.version(about.flowVersionId());
            Requirement asked = requirements.of(proposal(about), flow, requirements.active(), viewer);
            return new Resubmission(null, asked, chosen(about));
        } catch (Refusal | NotFound notAnyMore) {
            // said when it is sent
            return new Resubmission(null, null, Map.of());
        }
    }

    /**
     * Submits what was returned once more: the same action on the record as it is now, on the version of the flow that the
     * case began with, from its first step.
     *
     * @throws org.triviumcrm.shared.web.Refusal when the action can't be done with the record any more, or nobody was chosen
     *     for a step that asks for somebody
     * @return whether it waits for somebody now; else it was decided at once, as there is nobody to ask
     */
    @SignedIn
    @Transactional
    boolean resubmit(Viewer viewer, long caseId, ResubmitCase input) {
        ApprovalCase about = own(viewer, cases.lock(caseId));
        if (about.state() != CaseState.RETURNED || about.version() != input.version()) {
            throw new AlreadyDecided(caseId);
        }
        if (!subjects.of(about.subjectType()).maySubmit(viewer, about.subjectId(), about.trigger())) {
            throw new AccessDeniedException("may not submit " + about.trigger());
        }
        Map<String, List<Long>> chosen = new HashMap<>(chosen(about));
        if (input.chosen() != null) {
            chosen.putAll(input.chosen());
        }
        submissions.ask(
                viewer,
                new Submission(proposal(about), about.approvedAction(), input.reason(), chosen),
                flows.version(about.flowVersionId()),
                about);
        return cases.find(caseId).filter(again -> again.state().isOpen()).isPresent();
    }

    private static ApprovalCase own(Viewer viewer, Optional<ApprovalCase> found) {
        return found.filter(about -> about.submitterId() == viewer.personId()).orElseThrow(NotFound::new);
    }

    private Proposal proposal(ApprovalCase about) {
        ApprovalSubject subject = subjects.of(about.subjectType());
        if (subject.state(about.subjectId()).isEmpty()) {
            throw new NotAllowed("reason", "approval.error.gone");
        }
        return new Proposal(
                about.subjectType(),
                subject.after(about.subjectId(), about.approvedAction()),
                about.trigger(),
                about.target());
    }

    /** Whom the submitter chose the last time. */
    private Map<String, List<Long>> chosen(ApprovalCase about) {
        return json.readValue(about.chosen(), new TypeReference<>() {});
    }
}

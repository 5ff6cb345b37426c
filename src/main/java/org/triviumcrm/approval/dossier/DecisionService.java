package org.triviumcrm.approval.dossier;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.CaseRecalled;
import org.triviumcrm.approval.dossier.TrailRepository.Kind;
import org.triviumcrm.approval.engine.Engine;
import org.triviumcrm.approval.rule.StepVerdict;
import org.triviumcrm.identity.Requires;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** Moves cases: whoever was asked decides, whoever submitted takes back. Of two at one instant the first wins. */
@Service
public class DecisionService {

    private final CaseRepository cases;
    private final TaskRepository tasks;
    private final TrailRepository trail;
    private final CaseProgress progress;
    private final Subjects subjects;
    private final Engine engine;
    private final ApplicationEventPublisher events;

    DecisionService(
            CaseRepository cases,
            TaskRepository tasks,
            TrailRepository trail,
            CaseProgress progress,
            Subjects subjects,
            Engine engine,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.tasks = tasks;
        this.trail = trail;
        this.progress = progress;
        this.subjects = subjects;
        this.engine = engine;
        this.events = events;
    }

    /**
     * Approves or rejects what the viewer was asked.
     *
     * @throws NotFound when the task is nobody's or somebody else's
     * @throws AlreadyDecided when it is not waited for any more
     */
    @Requires(Requires.ANY_SIGNED_IN)
    @Transactional
    public void decide(Viewer viewer, long taskId, Decide input) {
        CaseTask seen = tasks.find(taskId)
                .filter(task -> task.personId() == viewer.personId())
                .orElseThrow(NotFound::new);
        ApprovalCase about = cases.lock(seen.caseId()).orElseThrow(NotFound::new);
        CaseTask task = tasks.find(taskId).orElseThrow(NotFound::new);
        if (about.state() != CaseState.RUNNING
                || task.state() != TaskState.OPEN
                || task.personId() != viewer.personId()
                || about.processInstanceId() == null) {
            throw new AlreadyDecided();
        }
        TaskState decision = input.approve() ? TaskState.APPROVED : TaskState.REJECTED;
        tasks.decide(taskId, decision, viewer.personId(), input.comment());
        trail.add(about, task, input.approve() ? Kind.APPROVED : Kind.REJECTED, viewer.personId(), input.comment());
        if (progress.verdict(about, task.step()) == StepVerdict.OPEN) {
            progress.next(about, task.step());
        } else {
            tasks.close(about.id(), task.step(), TaskState.CANCELLED);
        }
        engine.decided(about.processInstanceId(), taskId);
    }

    /**
     * The submitter takes the case back; the record can be changed again.
     *
     * @throws NotFound when the viewer has not submitted it
     * @throws AlreadyDecided when it has come to its end
     */
    @Requires(Requires.ANY_SIGNED_IN)
    @Transactional
    public void recall(Viewer viewer, long caseId) {
        ApprovalCase about = cases.lock(caseId)
                .filter(found -> found.submitterId() == viewer.personId())
                .orElseThrow(NotFound::new);
        if (!about.state().isOpen()) {
            throw new AlreadyDecided();
        }
        tasks.close(caseId, null, TaskState.CANCELLED);
        cases.end(caseId, CaseState.RECALLED, "");
        trail.add(about, Kind.RECALLED, viewer.personId(), null, null);
        if (about.processInstanceId() != null && about.state() == CaseState.RUNNING) {
            engine.cancel(about.processInstanceId());
        }
        subjects.of(about.subjectType()).unlock(about.subjectId(), caseId);
        events.publishEvent(new CaseRecalled(about.ref()));
    }
}

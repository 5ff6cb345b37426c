package org.triviumcrm.approval.dossier;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.CaseApproved;
import org.triviumcrm.approval.CaseFailed;
import org.triviumcrm.approval.CaseRecalled;
import org.triviumcrm.approval.CaseRejected;
import org.triviumcrm.approval.CaseReturned;
import org.triviumcrm.approval.dossier.TrailRepository.Kind;
import org.triviumcrm.approval.engine.Engine;

/** How cases stop: approved and done, approved in vain, rejected, taken back, or returned for changes. */
@Component
class CaseEnding {

    private final CaseRepository cases;
    private final TaskRepository tasks;
    private final TrailRepository trail;
    private final ReleaseRepository releases;
    private final Subjects subjects;
    private final CarryingOut carryingOut;
    private final CaseNotices notices;
    private final Engine engine;
    private final ApplicationEventPublisher events;

    CaseEnding(
            CaseRepository cases,
            TaskRepository tasks,
            TrailRepository trail,
            ReleaseRepository releases,
            Subjects subjects,
            CarryingOut carryingOut,
            CaseNotices notices,
            Engine engine,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.tasks = tasks;
        this.trail = trail;
        this.releases = releases;
        this.subjects = subjects;
        this.carryingOut = carryingOut;
        this.notices = notices;
        this.engine = engine;
        this.events = events;
    }

    /** All steps have approved. A failure that was noted means that it has been tried. */
    void approve(ApprovalCase about) {
        String failure = about.failure();
        close(about);
        if (failure != null) {
            cases.end(about.id(), CaseState.FAILED, failure);
            trail.add(about, Kind.FAILED, null, null, failure);
            unlock(about);
            notices.failed(about, tasks.approvers(about));
            events.publishEvent(new CaseFailed(about.ref()));
            return;
        }
        cases.end(about.id(), CaseState.APPROVED, null);
        trail.add(about, Kind.CASE_APPROVED, null, null, null);
        releases.add(about);
        carryingOut.carryOut(about, subjects.of(about.subjectType()));
        unlock(about);
        notices.approved(about);
        events.publishEvent(new CaseApproved(about.ref()));
    }

    void reject(ApprovalCase about) {
        close(about);
        cases.end(about.id(), CaseState.REJECTED, null);
        trail.add(about, Kind.CASE_REJECTED, null, null, null);
        unlock(about);
        notices.rejected(about, trail.rejection(about));
        events.publishEvent(new CaseRejected(about.ref()));
    }

    void recall(ApprovalCase about, long personId) {
        close(about);
        cases.end(about.id(), CaseState.RECALLED, null);
        trail.add(about, Kind.RECALLED, personId, null, null);
        stop(about);
        unlock(about);
        events.publishEvent(new CaseRecalled(about.ref()));
    }

    /** The record can be changed, while the action still waits for the case. */
    void giveBack(ApprovalCase about, String by, String text) {
        close(about);
        stop(about);
        cases.returned(about.id());
        unlock(about);
        notices.returned(about, by, text);
        events.publishEvent(new CaseReturned(about.ref()));
    }

    private void close(ApprovalCase about) {
        notices.counted(tasks.close(about.id(), null, TaskState.CANCELLED));
    }

    private void stop(ApprovalCase about) {
        String instance = about.processInstanceId();
        if (instance != null && about.state() == CaseState.RUNNING) {
            engine.cancel(instance);
        }
    }

    /** Of a kind that nobody declares any more there is nothing to unlock. */
    private void unlock(ApprovalCase about) {
        subjects.find(about.subjectType()).ifPresent(subject -> subject.unlock(about.subjectId(), about.id()));
    }
}

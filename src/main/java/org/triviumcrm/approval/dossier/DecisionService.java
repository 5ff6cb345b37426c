package org.triviumcrm.approval.dossier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.dossier.Deciding.Turn;
import org.triviumcrm.approval.dossier.TrailRepository.Kind;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;

/**
 * Who was asked decides: yes, no, or not like this. Of two at one instant the first wins. Each throws {@code NotFound} when
 * the task is nobody's or somebody else's, and {@link AlreadyDecided} when it is not waited for any more.
 */
@Service
public class DecisionService {

    private final Decisions decisions;
    private final Deciding deciding;
    private final TaskRepository tasks;
    private final TrailRepository trail;
    private final CaseEnding ending;

    DecisionService(
            Decisions decisions, Deciding deciding, TaskRepository tasks, TrailRepository trail, CaseEnding ending) {
        this.decisions = decisions;
        this.deciding = deciding;
        this.tasks = tasks;
        this.trail = trail;
        this.ending = ending;
    }

    @SignedIn
    void approve(Viewer viewer, long caseId, ApproveCase input) {
        take(viewer, input.taskId(), input.version(), true, input.comment());
    }

    @SignedIn
    void reject(Viewer viewer, long caseId, RejectCase input) {
        take(viewer, input.taskId(), input.version(), false, input.reason());
    }

    /**
     * One of several decisions, in a transaction of its own.
     *
     * @throws org.triviumcrm.shared.web.Refusal also for a rejection that says nothing
     */
    @SignedIn
    public void decide(Viewer viewer, long taskId, Decide input) {
        String comment = input.comment();
        if (!input.approve() && (comment == null || comment.isBlank())) {
            throw new NotAllowed("comment", "approval.error.reason");
        }
        take(viewer, taskId, null, input.approve(), comment);
    }

    private void take(
            Viewer viewer, long taskId, @Nullable Integer version, boolean approve, @Nullable String comment) {
        try {
            decisions.take(viewer, taskId, version, approve, comment);
        } catch (CarryOutFailed e) {
            // the reason is noted with the case: this time it is not tried
            decisions.take(viewer, taskId, version, approve, comment);
        }
    }

    /** The submitter is asked for changes; the record can be changed meanwhile, but nothing goes past the case. */
    @SignedIn
    @Transactional
    void giveBack(Viewer viewer, long caseId, ReturnCase input) {
        Turn turn = deciding.turn(viewer, caseId, input.taskId(), input.version());
        tasks.decide(turn.task().id(), TaskState.RETURNED, viewer.personId(), input.changes());
        trail.add(turn.about(), turn.task(), Kind.RETURNED, viewer.personId(), input.changes());
        ending.giveBack(turn.about(), viewer.name(), input.changes());
    }
}

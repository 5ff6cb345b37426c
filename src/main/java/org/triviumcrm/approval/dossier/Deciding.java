package org.triviumcrm.approval.dossier;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/**
 * The way to a case that somebody wants to move: waits for everybody else who moves it, then looks whether it still stands as
 * the person saw it. To be called first in a transaction.
 */
@Component
class Deciding {

    private final CaseRepository cases;
    private final TaskRepository tasks;

    Deciding(CaseRepository cases, TaskRepository tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    /** A case, and what the viewer has to decide in it. */
    record Turn(ApprovalCase about, CaseTask task, String instance) {}

    /**
     * @param version of the case as it was shown; null when its task is enough
     * @throws NotFound when the viewer was never asked
     * @throws AlreadyDecided when it is not the viewer's turn any more, or the case asks for something else now
     */
    Turn turn(Viewer viewer, long taskId, @Nullable Integer version) {
        CaseTask seen = tasks.find(taskId).orElseThrow(NotFound::new);
        if (seen.personId() != viewer.personId() && !wasAsked(seen, viewer)) {
            throw new NotFound();
        }
        ApprovalCase about = cases.lock(seen.caseId()).orElseThrow(NotFound::new);
        CaseTask task = tasks.find(taskId).orElseThrow(NotFound::new);
        String instance = about.processInstanceId();
        if (about.state() != CaseState.RUNNING
                || task.state() != TaskState.OPEN
                || task.personId() != viewer.personId()
                || instance == null
                || version != null && version != about.version()) {
            throw new AlreadyDecided(about.id());
        }
        return new Turn(about, task, instance);
    }

    /** What somebody has given away was theirs. */
    private static boolean wasAsked(CaseTask task, Viewer viewer) {
        Long former = task.formerPersonId();
        return former != null && former == viewer.personId();
    }

    /** As {@link #turn(Viewer, long, Integer)}, when the task came with the address of a case. */
    Turn turn(Viewer viewer, long caseId, long taskId, int version) {
        Turn turn = turn(viewer, taskId, version);
        if (turn.about().id() != caseId) {
            throw new NotFound();
        }
        return turn;
    }
}

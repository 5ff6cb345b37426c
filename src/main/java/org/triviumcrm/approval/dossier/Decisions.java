package org.triviumcrm.approval.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.dossier.Deciding.Turn;
import org.triviumcrm.approval.dossier.TrailRepository.Kind;
import org.triviumcrm.approval.engine.Engine;
import org.triviumcrm.approval.rule.StepVerdict;
import org.triviumcrm.identity.Viewer;

/** One decision in one transaction, with everything that comes of it. */
@Component
class Decisions {

    private final Deciding deciding;
    private final TaskRepository tasks;
    private final TrailRepository trail;
    private final CaseProgress progress;
    private final TaskOpening opening;
    private final CaseNotices notices;
    private final Engine engine;

    Decisions(
            Deciding deciding,
            TaskRepository tasks,
            TrailRepository trail,
            CaseProgress progress,
            TaskOpening opening,
            CaseNotices notices,
            Engine engine) {
        this.deciding = deciding;
        this.tasks = tasks;
        this.trail = trail;
        this.progress = progress;
        this.opening = opening;
        this.notices = notices;
        this.engine = engine;
    }

    /** @throws CarryOutFailed when it was the last approval in vain; taken once more, it ends the case as failed */
    @Transactional
    public void take(Viewer viewer, long taskId, @Nullable Integer version, boolean approve, @Nullable String comment) {
        Turn turn = deciding.turn(viewer, taskId, version);
        ApprovalCase about = turn.about();
        CaseTask task = turn.task();
        tasks.decide(taskId, approve ? TaskState.APPROVED : TaskState.REJECTED, viewer.personId(), comment);
        trail.add(about, task, approve ? Kind.APPROVED : Kind.REJECTED, viewer.personId(), comment);
        notices.counted(List.of(viewer.personId()));
        if (progress.verdict(about, task.step()) == StepVerdict.OPEN) {
            opening.next(about, task.step());
        } else {
            notices.counted(tasks.close(about.id(), task.step(), TaskState.CANCELLED));
        }
        engine.decided(turn.instance(), taskId);
    }
}

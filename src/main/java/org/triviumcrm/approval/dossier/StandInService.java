package org.triviumcrm.approval.dossier;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.ApprovalTaskOpened;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.dossier.Deciding.Turn;
import org.triviumcrm.approval.dossier.TrailRepository.Kind;
import org.triviumcrm.approval.engine.Engine;
import org.triviumcrm.approval.rule.Seat;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;

/**
 * Who was asked brings in somebody else, instead of or beside oneself. Never the submitter, nor who is asked in the step already,
 * nor who has left: {@link NotAllowed}.
 */
@Service
class StandInService {

    private final Deciding deciding;
    private final TaskRepository tasks;
    private final TrailRepository trail;
    private final CaseProgress progress;
    private final CaseNotices notices;
    private final People people;
    private final Engine engine;
    private final ApplicationEventPublisher events;

    StandInService(
            Deciding deciding,
            TaskRepository tasks,
            TrailRepository trail,
            CaseProgress progress,
            CaseNotices notices,
            People people,
            Engine engine,
            ApplicationEventPublisher events) {
        this.deciding = deciding;
        this.tasks = tasks;
        this.trail = trail;
        this.progress = progress;
        this.notices = notices;
        this.people = people;
        this.engine = engine;
        this.events = events;
    }

    /** Whoever was given a task can only give it back: it does not wander through the company. */
    @SignedIn
    @Transactional
    public void delegate(Viewer viewer, long caseId, DelegateTask input) {
        Turn turn = deciding.turn(viewer, caseId, input.taskId(), input.version());
        CaseTask task = turn.task();
        long to = input.personId();
        boolean back = task.isDelegated() && Objects.equals(task.formerPersonId(), to);
        if (task.isDelegated() && !back) {
            throw new NotAllowed("personId", "approval.error.delegatedOnce");
        }
        refuse(viewer, turn, to);
        if (back) {
            tasks.give(task.id(), to, null, CaseTask.ASSIGNED);
        } else {
            tasks.give(task.id(), to, viewer.personId(), CaseTask.DELEGATED);
        }
        Kind kind = back ? Kind.GIVEN_BACK : Kind.DELEGATED;
        trail.add(turn.about(), kind, viewer.personId(), to, task, input.comment());
        notices.delegated(turn.about(), viewer.name(), viewer.personId(), to);
        events.publishEvent(new ApprovalTaskOpened(turn.about().ref(), task.id(), to));
    }

    /** One more decides in the step: at the same time, or as the next where one is asked after the other. */
    @SignedIn
    @Transactional
    public void add(Viewer viewer, long caseId, AddApprover input) {
        Turn turn = deciding.turn(viewer, caseId, input.taskId(), input.version());
        ApprovalCase about = turn.about();
        CaseTask task = turn.task();
        long added = input.personId();
        refuse(viewer, turn, added);
        StepPlace place = StepPlace.of(task.step());
        boolean oneByOne = progress.mode(about, place) == Mode.IN_SEQUENCE;
        tasks.shift(about, task.step(), task.ordinal());
        long id = tasks.insert(
                about,
                task.step(),
                task.stepName(),
                task.ordinal() + 1,
                new Seat(added, null, Seat.Cause.ASSIGNED, false),
                CaseTask.ADDED,
                oneByOne ? TaskState.WAITING : TaskState.OPEN,
                task.dueAt() == null ? null : task.dueAt().atOffset(ZoneOffset.UTC));
        trail.add(about, Kind.ADDED, viewer.personId(), added, task, input.comment());
        if (oneByOne && !place.escalated()) {
            engine.addInSequence(turn.instance(), task.step());
        } else {
            engine.addInParallel(turn.instance(), task.step(), id);
        }
        if (!oneByOne) {
            notices.added(about, viewer.name(), added);
            events.publishEvent(new ApprovalTaskOpened(about.ref(), id, added));
        }
    }

    private void refuse(Viewer viewer, Turn turn, long personId) {
        List<CaseTask> inStep = tasks.together(turn.about(), turn.task().step());
        if (personId == turn.about().submitterId()) {
            throw new NotAllowed("personId", "approval.error.submitter");
        }
        if (inStep.stream().anyMatch(task -> task.personId() == personId)) {
            throw new NotAllowed("personId", "approval.error.inStep");
        }
        if (!people.mayChoose(viewer, People.COLLEAGUE, personId)) {
            throw new NotAllowed("personId", "approval.error.left");
        }
    }
}

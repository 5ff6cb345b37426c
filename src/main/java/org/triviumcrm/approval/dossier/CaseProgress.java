package org.triviumcrm.approval.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.dossier.TrailRepository.Kind;
import org.triviumcrm.approval.engine.CaseSteps;
import org.triviumcrm.approval.rule.Seating;
import org.triviumcrm.approval.rule.StepVerdict;

/** What a case answers and does when the engine brings it to a step. */
@Component
class CaseProgress implements CaseSteps {

    private final CaseRepository cases;
    private final TaskRepository tasks;
    private final TrailRepository trail;
    private final RunningFlowRepository flows;
    private final Subjects subjects;
    private final StepSeats seats;
    private final TaskOpening opening;
    private final CaseEnding ending;
    private final CaseNotices notices;

    CaseProgress(
            CaseRepository cases,
            TaskRepository tasks,
            TrailRepository trail,
            RunningFlowRepository flows,
            Subjects subjects,
            StepSeats seats,
            TaskOpening opening,
            CaseEnding ending,
            CaseNotices notices) {
        this.cases = cases;
        this.tasks = tasks;
        this.trail = trail;
        this.flows = flows;
        this.subjects = subjects;
        this.seats = seats;
        this.opening = opening;
        this.ending = ending;
        this.notices = notices;
    }

    @Override
    public boolean applies(long caseId, String key) {
        ApprovalCase about = locked(caseId);
        return subjects.evaluator(about.subjectType())
                .holds(step(about, key).when(), subjects.read(about.subjectType(), about.facts()));
    }

    @Override
    public Opening open(long caseId, String key) {
        ApprovalCase about = locked(caseId);
        StepPlace place = StepPlace.of(key);
        Step step = step(about, key);
        Seating seating = seats.of(about, step, place.escalated());
        if (seating.outcome() != Seating.Outcome.ASK && place.escalated()) {
            opening.leave(about, place, step);
            return Opening.ASKED;
        }
        if (seating.outcome() != Seating.Outcome.ASK) {
            boolean skips = seating.outcome() == Seating.Outcome.SKIP;
            trail.add(about, skips ? Kind.PASSED_OVER : Kind.NOBODY_FOUND, null, step.name(), null);
            return skips ? Opening.PASSED : Opening.REJECTED;
        }
        if (seating.isDecided(place.mode(step, false), step.percent())) {
            trail.add(about, Kind.PASSED_OVER, null, step.name(), null);
            return Opening.PASSED;
        }
        opening.ask(about, place, step, seating.seats(), place.mode(step, false) == Mode.IN_SEQUENCE);
        return Opening.ASKED;
    }

    /** Those for whom an earlier approval counts are not asked, so the engine does not wait for them. */
    @Override
    public List<Long> tasks(long caseId, String key) {
        return tasks.of(running(caseId), key).stream()
                .filter(task -> task.state() != TaskState.SKIPPED)
                .map(CaseTask::id)
                .toList();
    }

    @Override
    public boolean decided(long caseId, String key) {
        return verdict(running(caseId), key) != StepVerdict.OPEN;
    }

    @Override
    public boolean approved(long caseId, String key) {
        return verdict(running(caseId), key) == StepVerdict.APPROVED;
    }

    StepVerdict verdict(ApprovalCase about, String key) {
        List<CaseTask> asked = tasks.together(about, key);
        Step step = step(about, key);
        List<Boolean> decisions = new ArrayList<>();
        asked.stream().filter(task -> task.state() == TaskState.SKIPPED).forEach(task -> decisions.add(true));
        asked.stream()
                .filter(task -> task.state() == TaskState.APPROVED || task.state() == TaskState.REJECTED)
                .sorted(Comparator.comparing(CaseTask::closedAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(task -> decisions.add(task.state() == TaskState.APPROVED));
        return StepVerdict.of(mode(about, StepPlace.of(key)), step.percent(), asked.size(), decisions);
    }

    /** When the people of a place decide it; what was escalated to nobody as if it had not been, see {@link TaskOpening#leave}. */
    Mode mode(ApprovalCase about, StepPlace place) {
        boolean stays = place.escalated()
                && tasks.of(about, place.step()).stream().noneMatch(task -> task.state() == TaskState.EXPIRED);
        return place.mode(step(about, place.key()), stays);
    }

    @Override
    public void remind(long caseId, String key) {
        ApprovalCase about = locked(caseId);
        List<Long> late = tasks.reminded(caseId, key);
        if (!late.isEmpty()) {
            trail.add(about, Kind.REMINDED, null, step(about, key).name(), null);
            notices.reminded(about, late);
        }
    }

    @Override
    public void expire(long caseId, String key) {
        ApprovalCase about = locked(caseId);
        notices.counted(tasks.close(caseId, key, TaskState.EXPIRED));
        trail.add(about, Kind.EXPIRED, null, step(about, key).name(), null);
    }

    @Override
    public void finish(long caseId, boolean approved) {
        ApprovalCase about = locked(caseId);
        if (approved) {
            ending.approve(about);
        } else {
            ending.reject(about);
        }
    }

    private ApprovalCase locked(long caseId) {
        return cases.lock(caseId).orElseThrow();
    }

    private ApprovalCase running(long caseId) {
        return cases.find(caseId).orElseThrow();
    }

    private Step step(ApprovalCase about, String key) {
        return flows.version(about.flowVersionId())
                .definition()
                .step(StepPlace.of(key).step())
                .orElseThrow();
    }
}

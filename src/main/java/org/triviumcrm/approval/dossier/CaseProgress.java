package org.triviumcrm.approval.dossier;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalSubject;
import org.triviumcrm.approval.ApprovalTaskOpened;
import org.triviumcrm.approval.CaseApproved;
import org.triviumcrm.approval.CaseRejected;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.dossier.TrailRepository.Kind;
import org.triviumcrm.approval.engine.CaseSteps;
import org.triviumcrm.approval.engine.Expressions;
import org.triviumcrm.approval.rule.Seat;
import org.triviumcrm.approval.rule.Seating;
import org.triviumcrm.approval.rule.StepVerdict;

/** What a case answers and does when the engine brings it to a step. */
@Component
class CaseProgress implements CaseSteps {

    private final CaseRepository cases;
    private final TaskRepository tasks;
    private final TrailRepository trail;
    private final ReleaseRepository releases;
    private final RunningFlowRepository flows;
    private final Subjects subjects;
    private final StepSeats seats;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseProgress(
            CaseRepository cases,
            TaskRepository tasks,
            TrailRepository trail,
            ReleaseRepository releases,
            RunningFlowRepository flows,
            Subjects subjects,
            StepSeats seats,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.trail = trail;
        this.releases = releases;
        this.flows = flows;
        this.subjects = subjects;
        this.seats = seats;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean applies(long caseId, String key) {
        ApprovalCase about = locked(caseId);
        return subjects.hold(
                about.subjectType(), step(about, key).when(), subjects.read(about.subjectType(), about.facts()));
    }

    @Override
    public Opening open(long caseId, String key) {
        ApprovalCase about = locked(caseId);
        Step step = step(about, key);
        Seating seating = seats.of(about, step, isEscalated(key));
        if (seating.outcome() != Seating.Outcome.ASK) {
            boolean skips = seating.outcome() == Seating.Outcome.SKIP;
            trail.add(about, skips ? Kind.PASSED_OVER : Kind.NOBODY_FOUND, null, step.name(), null);
            return skips ? Opening.PASSED : Opening.REJECTED;
        }
        long counting = seating.seats().stream().filter(Seat::approvedBefore).count();
        List<Boolean> before = new ArrayList<>();
        for (long approval = 0; approval < counting; approval++) {
            before.add(true);
        }
        boolean decided =
                StepVerdict.of(mode(step, key), step.percent(), seating.seats().size(), before) != StepVerdict.OPEN;
        if (decided) {
            trail.add(about, Kind.PASSED_OVER, null, step.name(), null);
            return Opening.PASSED;
        }
        ask(about, key, step, seating.seats());
        return Opening.ASKED;
    }

    private void ask(ApprovalCase about, String key, Step step, List<Seat> seats) {
        boolean escalated = isEscalated(key);
        OffsetDateTime due = step.limit() == null || escalated
                ? null
                : clock.instant()
                        .atOffset(ZoneOffset.UTC)
                        .plusHours(step.limit().hours());
        boolean asked = false;
        for (int ordinal = 0; ordinal < seats.size(); ordinal++) {
            Seat seat = seats.get(ordinal);
            boolean waits = asked && mode(step, key) == Mode.IN_SEQUENCE;
            TaskState state = seat.approvedBefore() ? TaskState.SKIPPED : waits ? TaskState.WAITING : TaskState.OPEN;
            String cause = escalated ? "ESCALATED" : seat.cause().name();
            long task = tasks.insert(about, key, step.name(), ordinal, seat, cause, state, due);
            if (state == TaskState.OPEN) {
                asked = true;
                events.publishEvent(new ApprovalTaskOpened(about.ref(), task, seat.personId()));
            }
        }
        trail.add(about, Kind.ASKED, null, step.name(), null);
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
        List<CaseTask> asked = tasks.of(about, key);
        Step step = step(about, key);
        List<Boolean> decisions = new ArrayList<>();
        asked.stream().filter(task -> task.state() == TaskState.SKIPPED).forEach(task -> decisions.add(true));
        asked.stream()
                .filter(task -> task.state() == TaskState.APPROVED || task.state() == TaskState.REJECTED)
                .sorted(Comparator.comparing(CaseTask::closedAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(task -> decisions.add(task.state() == TaskState.APPROVED));
        return StepVerdict.of(mode(step, key), step.percent(), asked.size(), decisions);
    }

    /** Whose turn it is after a decision that left the step open: the next in a sequence. */
    void next(ApprovalCase about, String key) {
        List<CaseTask> asked = tasks.of(about, key);
        if (asked.stream().noneMatch(task -> task.state() == TaskState.OPEN)) {
            asked.stream()
                    .filter(task -> task.state() == TaskState.WAITING)
                    .findFirst()
                    .ifPresent(task -> {
                        tasks.open(task.id());
                        events.publishEvent(new ApprovalTaskOpened(about.ref(), task.id(), task.personId()));
                    });
        }
    }

    @Override
    public void remind(long caseId, String key) {
        ApprovalCase about = locked(caseId);
        tasks.reminded(caseId, key);
        trail.add(about, Kind.REMINDED, null, step(about, key).name(), null);
    }

    @Override
    public void expire(long caseId, String key) {
        ApprovalCase about = locked(caseId);
        tasks.close(caseId, key, TaskState.EXPIRED);
        trail.add(about, Kind.EXPIRED, null, step(about, key).name(), null);
    }

    @Override
    public void finish(long caseId, boolean approved) {
        ApprovalCase about = locked(caseId);
        ApprovalSubject subject = subjects.of(about.subjectType());
        tasks.close(caseId, null, TaskState.CANCELLED);
        trail.add(about, approved ? Kind.CASE_APPROVED : Kind.CASE_REJECTED, null, null, null);
        cases.end(caseId, approved ? CaseState.APPROVED : CaseState.REJECTED, "");
        if (approved) {
            releases.add(about);
            subject.carryOut(about.ref(), about.approvedAction());
        }
        subject.unlock(about.subjectId(), caseId);
        events.publishEvent(approved ? new CaseApproved(about.ref()) : new CaseRejected(about.ref()));
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
                .step(isEscalated(key) ? key.substring(0, key.length() - ESCALATED.length()) : key)
                .orElseThrow();
    }

    private static final String ESCALATED = Expressions.escalated("s").substring(1);

    private static boolean isEscalated(String key) {
        return key.endsWith(ESCALATED);
    }

    /** Whoever it was escalated to decides alone. */
    private static Mode mode(Step step, String key) {
        return isEscalated(key) ? Mode.ANY_ONE : step.mode();
    }
}

package org.triviumcrm.approval.dossier;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalTaskOpened;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.dossier.TrailRepository.Kind;
import org.triviumcrm.approval.rule.Seat;

/** Asks people. */
@Component
class TaskOpening {

    private final TaskRepository tasks;
    private final TrailRepository trail;
    private final CaseNotices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskOpening(
            TaskRepository tasks,
            TrailRepository trail,
            CaseNotices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.trail = trail;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** @param oneByOne only the first is asked now, the others wait for their turn */
    void ask(ApprovalCase about, StepPlace place, Step step, List<Seat> seats, boolean oneByOne) {
        OffsetDateTime due = due(step, place);
        List<Long> asked = new ArrayList<>();
        for (int ordinal = 0; ordinal < seats.size(); ordinal++) {
            Seat seat = seats.get(ordinal);
            boolean waits = !asked.isEmpty() && oneByOne;
            TaskState state = seat.approvedBefore() ? TaskState.SKIPPED : waits ? TaskState.WAITING : TaskState.OPEN;
            String cause = place.escalated() ? "ESCALATED" : seat.cause().name();
            long task = tasks.insert(about, place.key(), step.name(), ordinal, seat, cause, state, due);
            if (state == TaskState.OPEN) {
                asked.add(seat.personId());
                trail.asked(about, task, seat.personId(), step.name());
                events.publishEvent(new ApprovalTaskOpened(about.ref(), task, seat.personId()));
            }
        }
        if (place.escalated()) {
            notices.escalated(about, asked);
        } else {
            notices.asked(about, asked);
        }
    }

    /**
     * Nobody is above those who are late. That they are is no decision, so it stays with them, as the step was; who looks after
     * cases that are stuck is told.
     */
    void leave(ApprovalCase about, StepPlace place, Step step) {
        List<Long> late = tasks.openAgain(about, place.step(), place.key());
        trail.add(about, Kind.NOBODY_ABOVE, null, step.name(), null);
        notices.nobodyAbove(about, step.name(), late);
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
                        trail.asked(about, task.id(), task.personId(), task.stepName());
                        notices.asked(about, List.of(task.personId()));
                        events.publishEvent(new ApprovalTaskOpened(about.ref(), task.id(), task.personId()));
                    });
        }
    }

    /** Those to whom it was escalated have no limit. */
    private @Nullable OffsetDateTime due(Step step, StepPlace place) {
        return step.limit() == null || place.escalated()
                ? null
                : clock.instant()
                        .atOffset(ZoneOffset.UTC)
                        .plusHours(step.limit().hours());
    }
}

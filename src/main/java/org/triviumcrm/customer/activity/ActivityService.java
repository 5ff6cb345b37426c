package org.triviumcrm.customer.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.ActivitySubject;
import org.triviumcrm.customer.PlannedTasks;
import org.triviumcrm.customer.SubjectPlaces;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** Timelines of records, and everybody's tasks. Who sees a record sees its timeline. */
@Service
public class ActivityService {

    static final int PAGE = 25;
    private static final int COMING = 50;
    private static final int TASKS = 200;
    private static final int DONE = 10;

    private final ActivityRepository activities;
    private final TimelineRepository timelines;
    private final Map<String, ActivitySubject> subjects;
    private final SubjectPlaces places;
    private final CostService costs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActivityService(
            ActivityRepository activities,
            TimelineRepository timelines,
            List<ActivitySubject> subjects,
            SubjectPlaces places,
            CostService costs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.places = places;
        this.costs = costs;
        this.events = events;
        this.activities = activities;
        this.timelines = timelines;
        this.subjects = subjects.stream().collect(Collectors.toMap(ActivitySubject::type, Function.identity()));
        this.clock = clock;
    }

    /** What is about a record, and what it has cost. */
    @SignedIn
    @Transactional(readOnly = true)
    TimelinePart timeline(Viewer viewer, About about, @Nullable String before) {
        ActivitySubject.Subject subject = subject(viewer, about);
        return TimelinePart.of(
                before == null ? timelines.coming(viewer, about, subjects.keySet(), COMING) : List.of(),
                timelines.of(viewer, about, subjects.keySet(), TimelinePlace.parse(before), PAGE + 1),
                PAGE,
                before == null ? costs.of(viewer, about, subjects.keySet(), subject.worth()) : null,
                subject);
    }

    /** The viewer's open tasks, those due first first. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<ActivityRow> openTasks(Viewer viewer) {
        return timelines.openTasks(viewer.personId(), TASKS);
    }

    /** What the viewer has finished lately, the latest first. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<ActivityRow> doneTasks(Viewer viewer) {
        return timelines.doneTasks(viewer.personId(), DONE);
    }

    /** The pages of the records and customers that some activities are about, by {@code type:id}, as far as the viewer sees them. */
    @SignedIn
    @Transactional(readOnly = true)
    public Map<String, String> places(Viewer viewer, Collection<ActivityRow> rows) {
        return places.of(
                viewer,
                rows.stream()
                        .flatMap(row -> row.customerId() == null
                                ? Stream.of(row.about())
                                : Stream.of(row.about(), "customer:" + row.customerId()))
                        .distinct()
                        .toList());
    }

    /** One's own entry about a record that is still visible, for its form and its history. */
    @CanLogActivities
    @Transactional(readOnly = true)
    Activity entry(Viewer viewer, long id) {
        return ownAndVisible(viewer, id);
    }

    /**
     * @throws ObjectOptimisticLockingFailureException when it was changed since the form was opened
     * @throws NoCostRate when another cost can't be converted
     */
    @CanLogActivities
    @Transactional
    About correct(Viewer viewer, long id, LogActivity input, int version) {
        Activity activity = ownAndVisible(viewer, id);
        EditConflict.refuseStale(Activity.class, id, version, activity.getVersion());
        boolean same = input.at() == null || activity.isAt(input.at(), viewer.zone());
        Instant at = same ? activity.getAt() : at(viewer, input, activity.getAt());
        activity.correct(input, at, costs.of(viewer, input, at, activity.getCost()), clock.instant());
        return activity.about();
    }

    /** @throws NoCostRate when its cost can't be converted */
    @CanLogActivities
    @Transactional
    void log(Viewer viewer, About about, LogActivity input) {
        ActivitySubject.Subject subject = subject(viewer, about);
        if (!timelines.hold(about)) {
            throw new NotFound();
        }
        Instant now = clock.instant();
        Instant at = at(viewer, input, input.kind() == ActivityKind.TASK ? now.plus(1, ChronoUnit.DAYS) : now);
        Cost spent = costs.of(viewer, input, at, null);
        activities.saveAndFlush(new Activity(input, about, subject.customerId(), at, spent, viewer.personId(), now));
        Long customer = subject.customerId();
        boolean took = input.kind() == ActivityKind.CALL || input.kind() == ActivityKind.MEETING;
        if (customer != null && took && !at.isAfter(now)) {
            events.publishEvent(new PlannedTasks.Logged(
                    input.kind().name(), customer, at, viewer.personId(), spent == null ? null : spent.base()));
        }
        if (input.kind() != ActivityKind.TASK) {
            touched(about, subject.customerId(), at.isAfter(now) ? now : at);
        }
    }

    @CanLogActivities
    @Transactional
    About complete(Viewer viewer, long id) {
        Activity task = task(viewer, id);
        task.complete(clock.instant());
        return task.about();
    }

    @CanLogActivities
    @Transactional
    About reopen(Viewer viewer, long id) {
        Activity task = task(viewer, id);
        task.reopen(clock.instant());
        return task.about();
    }

    /** Only one's own: what others wrote stays. */
    @CanLogActivities
    @Transactional
    About delete(Viewer viewer, long id) {
        Activity activity = ownAndVisible(viewer, id);
        activities.delete(activity);
        return activity.about();
    }

    private Activity task(Viewer viewer, long id) {
        Activity activity = own(viewer, id);
        if (!activity.isTask()) {
            throw new NotFound();
        }
        return activity;
    }

    /** What one wrote about a record that one no longer sees is no longer there either. */
    private Activity ownAndVisible(Viewer viewer, long id) {
        Activity activity = own(viewer, id);
        subject(viewer, activity.about());
        return activity;
    }

    private Activity own(Viewer viewer, long id) {
        Activity activity = activities.findById(id).orElseThrow(NotFound::new);
        if (activity.getOwnerId() != viewer.personId()) {
            throw new NotFound();
        }
        return activity;
    }

    private ActivitySubject.Subject subject(Viewer viewer, About about) {
        return kind(about.type()).find(viewer, about.id()).orElseThrow(NotFound::new);
    }

    private ActivitySubject kind(String type) {
        ActivitySubject kind = subjects.get(type);
        if (kind == null) {
            throw new NotFound();
        }
        return kind;
    }

    private void touched(About about, @Nullable Long customerId, Instant at) {
        kind(about.type()).touched(about.id(), at);
        if (customerId != null && !about.type().equals("customer")) {
            kind("customer").touched(customerId, at);
        }
    }

    private static Instant at(Viewer viewer, LogActivity input, Instant otherwise) {
        LocalDateTime typed = input.at();
        return typed == null ? otherwise : typed.atZone(viewer.zone()).toInstant();
    }
}

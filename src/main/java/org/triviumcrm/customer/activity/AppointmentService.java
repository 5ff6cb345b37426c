package org.triviumcrm.customer.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.ActivitySubject;
import org.triviumcrm.customer.Appointments;
import org.triviumcrm.customer.PlannedTasks;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** Plans meetings, calls and tasks, and says what has become of them. */
@Service
@Transactional
class AppointmentService implements Appointments {

    private final ActivityRepository activities;
    private final AttendeeRepository attendees;
    private final TimelineRepository timelines;
    private final Map<String, ActivitySubject> subjects;
    private final People people;
    private final Viewers viewers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppointmentService(
            ActivityRepository activities,
            AttendeeRepository attendees,
            TimelineRepository timelines,
            List<ActivitySubject> subjects,
            People people,
            Viewers viewers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.activities = activities;
        this.attendees = attendees;
        this.timelines = timelines;
        this.subjects = subjects.stream().collect(Collectors.toMap(ActivitySubject::type, Function.identity()));
        this.people = people;
        this.viewers = viewers;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @CanLogActivities
    public long plan(Viewer viewer, String record, Plan plan) {
        About about = About.parse(record);
        ActivitySubject.Subject subject = subject(viewer, about);
        if (!timelines.hold(about)) {
            throw new NotFound();
        }
        refuseStrangers(viewer, about, plan, List.of(), List.of());
        Activity activity = activities.saveAndFlush(
                new Activity(plan, about, subject.customerId(), viewer.personId(), viewer.personId(), clock.instant()));
        attendees.write(activity.getId(), plan.people(), plan.contacts(), plan.start());
        return activity.getId();
    }

    @Override
    @SignedIn
    @Transactional(readOnly = true)
    public Appointment find(Viewer viewer, long id) {
        Activity activity = activities.findById(id).orElseThrow(NotFound::new);
        subject(viewer, activity.about());
        AttendeeRepository.Attendees others = attendees.of(id);
        return activity.toAppointment(others.people(), others.contacts());
    }

    @Override
    @CanLogActivities
    public void change(Viewer viewer, long id, int version, Plan plan) {
        Activity activity = own(viewer, id);
        EditConflict.refuseStale(Activity.class, id, version, activity.getVersion());
        AttendeeRepository.Attendees before = attendees.of(id);
        refuseStrangers(viewer, activity.about(), plan, before.people(), before.contacts());
        activity.plan(plan, clock.instant());
        activities.saveAndFlush(activity);
        attendees.write(id, plan.people(), plan.contacts(), plan.start());
    }

    @Override
    @CanLogActivities
    public void move(Viewer viewer, long id, Instant start, @Nullable LocalDate firstDay) {
        Activity activity = own(viewer, id);
        if (activity.isOpen()) {
            activity.move(start, firstDay, clock.instant());
        }
    }

    @Override
    @CanLogActivities
    public void finish(Viewer viewer, long id, @Nullable Integer minutes, @Nullable String outcome) {
        Activity activity = own(viewer, id);
        if (!activity.isOpen()) {
            return;
        }
        Instant now = clock.instant();
        if (activity.isTask()) {
            activity.complete(now);
            return;
        }
        activity.takePlace(minutes, outcome, now);
        Instant at = activity.getAt().isAfter(now) ? now : activity.getAt();
        About about = activity.about();
        kind(about.type()).touched(about.id(), at);
        Long customer = activity.getCustomerId();
        if (customer != null) {
            if (!about.type().equals("customer")) {
                kind("customer").touched(customer, at);
            }
            Cost spent = activity.getCost();
            events.publishEvent(new PlannedTasks.Logged(
                    activity.getKind().name(), customer, at, viewer.personId(), spent == null ? null : spent.base()));
        }
    }

    @Override
    @CanLogActivities
    public void cancel(Viewer viewer, long id) {
        Activity activity = own(viewer, id);
        if (activity.isOpen() && !activity.isTask()) {
            activity.cancel(clock.instant());
        }
    }

    @Override
    @CanLogActivities
    public void reopen(Viewer viewer, long id) {
        Activity activity = own(viewer, id);
        if (!activity.isOpen()) {
            activity.reopen(clock.instant());
        }
    }

    /** One's own, that is or was planned, about a record that one still sees. */
    private Activity own(Viewer viewer, long id) {
        Activity activity = activities.findById(id).orElseThrow(NotFound::new);
        boolean own = activity.getOwnerId() == viewer.personId() && activity.isPlanned();
        if (!own) {
            throw new NotFound();
        }
        subject(viewer, activity.about());
        return activity;
    }

    /** Whoever is added must be known to the viewer, and a colleague must see what it is about. */
    private void refuseStrangers(
            Viewer viewer, About about, Plan plan, List<Long> peopleBefore, List<Long> contactsBefore) {
        List<Long> contacts = plan.contacts().stream()
                .filter(id -> !contactsBefore.contains(id))
                .toList();
        if (attendees.hidesAny(viewer, contacts)) {
            throw new NotFound();
        }
        for (long id : plan.people()) {
            if (!peopleBefore.contains(id)) {
                PersonRef person = people.find(id).orElseThrow(NotFound::new);
                boolean sees = viewers.find(id)
                        .flatMap(one -> kind(about.type()).find(one, about.id()))
                        .isPresent();
                if (!sees) {
                    throw new NotSeenBy(person.name());
                }
            }
        }
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
}
